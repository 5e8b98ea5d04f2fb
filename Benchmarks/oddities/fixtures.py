"""Small files, each with one oddity of published statistics, and what is in them.

A fixture gives the bytes, the table that a careful person would copy from them (header and rows, each
cell as written with what it means), and the records: area, year, further keys, value. A fixture is
refusable if it is no table, so that refusing it is right. The figures are made up, and none of these
files is a publisher's.
"""

import gzip
import io
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A cell as written, and the number or text that it means; None where there is no value."""

    written: str
    value: object


@dataclass(frozen=True)
class Fixture:
    title: str
    file: str
    data: bytes
    header: list
    rows: list
    records: list
    refusable: bool = False


def n(written, value=...):
    """A number; `..`, `*` and the like mean none."""
    if value is ...:
        value = float(written) if "." in written else int(written)
    return Cell(written, value)


def none(written=""):
    return Cell(written, None)


def t(written):
    return Cell(written, written)


def wide(title, file, data, keys, years, rows, records_keys=("area",)):
    """Rows of key cells, then a cell a year; year heads may be pairs of text and year."""
    heads = [head if isinstance(head, tuple) else (str(head), head) for head in years]
    table = [[t(key) for key in row[: len(keys)]] + list(row[len(keys):]) for row in rows]
    records = [
        {**{name: row[place] for place, name in enumerate(records_keys) if name}, "year": year,
         "value": cell.value}
        for row in rows for (_, year), cell in zip(heads, row[len(keys):]) if cell.value is not None]
    return Fixture(title, file, data, [*keys, *(head for head, _ in heads)], table, records)


def long(title, file, data, header, rows, names=None):
    """Rows of cells; `names` are those of the records, None for a column that is in none."""
    names = names or header
    records = [{name: cell.value for name, cell in zip(names, row) if name} for row in rows
               if row[list(names).index("value")].value is not None]
    return Fixture(title, file, data, header, rows, records)


def table(*lines, end="\n"):
    return "".join(line + end for line in lines)


HEADER = ["area", "year", "value"]


def simple(*rows):
    """Rows of area, year and value, as cells."""
    return [[t(area), n(year), value if isinstance(value, Cell) else n(value)]
            for area, year, value in rows]


def workbook(rows, merged=()):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Table 1"
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def archive(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return content.getvalue()


BANK_HEADER = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]
BANK_NAME = "Personal remittances, received (current US$)"
BANK_ROWS = [
    ["Aruba", "ABW", BANK_NAME, "BX.TRF.PWKR.CD.DT", n("7800000.5"), none(), n("8100000")],
    ["Gambia, The", "GMB", BANK_NAME, "BX.TRF.PWKR.CD.DT", none(), n("64000000.25"), n("65000000")],
    ["Norway", "NOR", BANK_NAME, "BX.TRF.PWKR.CD.DT", n("613000000"), n("620500000.75"), none()],
]


def bank_line(cells):
    return "".join(f'"{cell.written if isinstance(cell, Cell) else cell}",' for cell in cells)


BANK_LINES = [bank_line(BANK_HEADER + ["2017", "2018", "2019"]), *map(bank_line, BANK_ROWS)]
BANK_DATA = ("\ufeff" + table('"Data Source","World Development Indicators",', "",
                              '"Last Updated Date","2025-07-01",', "", *BANK_LINES, end="\r\n")
             ).encode()

DATABANK_ROWS = [
    ["Migrants (persons)", "SM.POP.TOTL", "Chile", "CHL", n("136000"), none("..")],
    ["Migrants (persons)", "SM.POP.TOTL", "Kenya", "KEN", n("618745.5"), n("699139")],
    ["Migrants (persons)", "SM.POP.TOTL", "Nepal", "NPL", none(".."), n("717906")],
]

MANY = [f"{area},{year},{age},{1000 + 7 * index % 5000}"
        for index, (area, year, age) in enumerate(
            (area, year, f"{age}-{age + 4}")
            for area in ("Chile", "Ghana", "Japan", "Kenya", "Nepal", "Norway", "Peru", "Qatar",
                         "Spain", "Togo", "Tonga", "Yemen", "Zambia", "Malta", "Latvia", "Jordan",
                         "Israel", "Iraq", "Haiti", "Greece", "Gabon", "Fiji", "Egypt", "Cuba",
                         "Chad")
            for year in range(1960, 2020) for age in range(0, 100, 5))] + ["Chile,2020,0-4,12.5"]


FIXTURES = [
    long("nothing odd, to compare", "plain.csv",
         table("area,year,value", "Chile,2015,639", "Chile,2019,940.5", "Ghana,2019,467").encode(),
         HEADER, simple(("Chile", "2015", "639"), ("Chile", "2019", "940.5"),
                        ("Ghana", "2019", "467"))),
    wide("preamble, every field quoted, a trailing comma", "preamble.csv", BANK_DATA,
         BANK_HEADER, [2017, 2018, 2019], BANK_ROWS),
    wide("blank rows and a footer, `2015 [YR2015]`, `..`", "footer.csv",
         ("\ufeff" + table(
             "Series Name,Series Code,Country Name,Country Code,2015 [YR2015],2019 [YR2019]",
             *(",".join(cell.written if isinstance(cell, Cell) else cell for cell in row)
               for row in DATABANK_ROWS),
             "", "", "", "Data from database: Migration,,,,,", "Last Updated: 07/01/2025,,,,,",
             end="\r\n")).encode(),
         ["Series Name", "Series Code", "Country Name", "Country Code"],
         [("2015 [YR2015]", 2015), ("2019 [YR2019]", 2019)], DATABANK_ROWS,
         (None, None, "area", None)),
    long("the header again amid the rows", "repeated-header.csv",
         table("area,year,value", "Chile,2015,10", "Ghana,2015,11", "area,year,value",
               "Chile,2019,12", "Ghana,2019,13").encode(),
         HEADER, simple(("Chile", "2015", "10"), ("Ghana", "2015", "11"),
                        ("Chile", "2019", "12"), ("Ghana", "2019", "13"))),
    long("`1.234,5` and semicolons in Windows-1252", "office.csv",
         table("area;year;value", "Österreich;2015;1.492,5", "Österreich;2019;1.779,9",
               "Türkei;2015;4.346,0", "Türkei;2019;5.876,8", end="\r\n").encode("cp1252"),
         HEADER, simple(("Österreich", "2015", n("1.492,5", 1492.5)),
                        ("Österreich", "2019", n("1.779,9", 1779.9)),
                        ("Türkei", "2015", n("4.346,0", 4346)),
                        ("Türkei", "2019", n("5.876,8", 5876.8)))),
    Fixture("packed keys, flags beside figures, tabs", "packed.tsv",
            table("freq,sex,geo\\TIME_PERIOD\t2018 \t2019 ", "A,F,DE\t1234 b\t1300 ",
                  "A,F,FR\t: c\t905 p", "A,M,DE\t1410 \t: ", "A,M,FR\t: \t880 e").encode(),
            ["freq,sex,geo\\TIME_PERIOD", "2018", "2019"],
            [[t("A,F,DE"), n("1234 b", 1234), n("1300")],
             [t("A,F,FR"), none(": c"), n("905 p", 905)],
             [t("A,M,DE"), n("1410"), none(":")],
             [t("A,M,FR"), none(":"), n("880 e", 880)]],
            [{"area": "Germany", "sex": "F", "year": 2018, "value": 1234},
             {"area": "Germany", "sex": "F", "year": 2019, "value": 1300},
             {"area": "France", "sex": "F", "year": 2019, "value": 905},
             {"area": "Germany", "sex": "M", "year": 2018, "value": 1410},
             {"area": "France", "sex": "M", "year": 2019, "value": 880}]),
    long("`*` for a withheld figure", "suppressed.csv",
         table("area,year,value", "Chile,2015,1770", "Chile,2019,*", "Ghana,2015,*",
               "Ghana,2019,13").encode(),
         HEADER, simple(("Chile", "2015", "1770"), ("Chile", "2019", none("*")),
                        ("Ghana", "2015", none("*")), ("Ghana", "2019", "13"))),
    Fixture("a workbook with a header of two lines", "levels.xlsx",
            workbook([["Migrants (persons)"], [], ["Area", 2015, None, 2019, None],
                      [None, "Male", "Female", "Male", "Female"],
                      ["Chile", 310, 329, 460, 479], ["Ghana", 220, 194, "..", 216]],
                     ["B3:C3", "D3:E3"]),
            ["Area", "2015 Male", "2015 Female", "2019 Male", "2019 Female"],
            [[t("Chile"), n("310"), n("329"), n("460"), n("479")],
             [t("Ghana"), n("220"), n("194"), none(".."), n("216")]],
            [{"area": area, "sex": sex, "year": year, "value": value}
             for area, sex, year, value in [
                 ("Chile", "male", 2015, 310), ("Chile", "female", 2015, 329),
                 ("Chile", "male", 2019, 460), ("Chile", "female", 2019, 479),
                 ("Ghana", "male", 2015, 220), ("Ghana", "female", 2015, 194),
                 ("Ghana", "female", 2019, 216)]]),
    long("gzip", "packed.csv.gz",
         gzip.compress(table("area,year,value", "Chile,2015,10", "Ghana,2019,13").encode(),
                       mtime=0),
         HEADER, simple(("Chile", "2015", "10"), ("Ghana", "2019", "13"))),
    wide("a ZIP archive with metadata beside the data", "API_SM.POP.TOTL_DS2_en_csv_v2_1.zip",
         archive({"Metadata_Indicator_API_SM.POP.TOTL_DS2_en_csv_v2_1.csv":
                  '"INDICATOR_CODE","INDICATOR_NAME",\r\n"SM.POP.TOTL","Migrants",\r\n',
                  "API_SM.POP.TOTL_DS2_en_csv_v2_1.csv": BANK_DATA,
                  "Metadata_Country_API_SM.POP.TOTL_DS2_en_csv_v2_1.csv":
                  '"Country Code","Region","IncomeGroup","TableName",\r\n'
                  '"ABW","Latin America & Caribbean","High income","Aruba",\r\n'
                  '"GMB","Sub-Saharan Africa","Low income","Gambia, The",\r\n'
                  '"NOR","Europe & Central Asia","High income","Norway",\r\n'}),
         BANK_HEADER, [2017, 2018, 2019], BANK_ROWS),
    long("the line `sep=;`", "separator.csv",
         table("sep=;", "area;year;value", "Chile;2015;10", "Ghana;2019;13", end="\r\n").encode(),
         HEADER, simple(("Chile", "2015", "10"), ("Ghana", "2019", "13"))),
    long("a quote that is never closed", "stray-quote.csv",
         table("area,year,value", "Chile,2015,10", '"Ghana,2015,11', "Kenya,2015,12",
               "Nepal,2015,13", "Peru,2015,14").encode(),
         HEADER, simple(("Chile", "2015", "10"), ("Ghana", "2015", "11"), ("Kenya", "2015", "12"),
                        ("Nepal", "2015", "13"), ("Peru", "2015", "14"))),
    long("UTF-16 with tabs, as Excel saves Unicode text", "unicode.txt",
         ("\ufeff" + table("area\tyear\tvalue", "Côte d'Ivoire\t2015\t10", "Curaçao\t2019\t13",
                           end="\r\n")).encode("utf-16-le"),
         HEADER, simple(("Côte d'Ivoire", "2015", "10"), ("Curaçao", "2019", "13"))),
    long("thousands parted by commas", "thousands.csv",
         table("area,year,value", 'World,2015,"249,701,000"', 'World,2019,"271,642,105"',
               "Tuvalu,2019,239").encode(),
         HEADER, simple(("World", "2015", n("249,701,000", 249701000)),
                        ("World", "2019", n("271,642,105", 271642105)), ("Tuvalu", "2019", "239"))),
    long("thousands parted by spaces, decimal commas", "spaces.csv",
         table("area;year;value", "World;2015;249\u00a0701\u00a0000,5",
               "World;2019;271\u00a0642\u00a0105,0", "Tuvalu;2019;239,25").encode(),
         HEADER, simple(("World", "2015", n("249\u00a0701\u00a0000,5", 249701000.5)),
                        ("World", "2019", n("271\u00a0642\u00a0105,0", 271642105)),
                        ("Tuvalu", "2019", n("239,25", 239.25)))),
    long("decimal commas in quotes, among commas", "decimals.csv",
         table("area,year,value", 'Chile,2015,"3,56"', 'Chile,2019,"4,9"', 'Ghana,2019,"1,535"'
               ).encode(),
         HEADER, simple(("Chile", "2015", n("3,56", 3.56)), ("Chile", "2019", n("4,9", 4.9)),
                        ("Ghana", "2019", n("1,535", 1.535)))),
    long("the minus sign `−`, exponents", "signs.csv",
         table("area,year,net_migration_thousands", "Chile,2015,−5.5", "Chile,2019,1.2e+02",
               "Ghana,2019,−10").encode(),
         ["area", "year", "net_migration_thousands"],
         simple(("Chile", "2015", n("−5.5", -5.5)), ("Chile", "2019", n("1.2e+02", 120)),
                ("Ghana", "2019", n("−10", -10))), HEADER),
    long("Indian grouping, 12,34,567", "indian.csv",
         table("area,year,value", 'India,2015,"12,34,567"', 'India,2019,"1,23,45,678"',
               "Nepal,2019,987").encode(),
         HEADER, simple(("India", "2015", n("12,34,567", 1234567)),
                        ("India", "2019", n("1,23,45,678", 12345678)), ("Nepal", "2019", "987"))),
    long("a currency sign before figures", "currency.csv",
         table("area,year,value", 'Chile,2015,"$1,234"', "Ghana,2015,$22").encode(),
         HEADER, simple(("Chile", "2015", n("$1,234", 1234)), ("Ghana", "2015", n("$22", 22)))),
    long("days for years", "days.csv",
         table("area,date,value", "Chile,2015-01-01,10", "Chile,2019-01-01,11",
               "Ghana,2019-01-01,12").encode(),
         ["area", "date", "value"],
         [[t("Chile"), Cell("2015-01-01", "2015-01-01"), n("10")],
          [t("Chile"), Cell("2019-01-01", "2019-01-01"), n("11")],
          [t("Ghana"), Cell("2019-01-01", "2019-01-01"), n("12")]],
         ["area", "year", "value"]),
    Fixture("the area in the first row of each group alone", "groups.csv",
            table("area,year,value", "Chile,2015,10", ",2019,11", "Ghana,2015,12", ",2019,13"
                  ).encode(), HEADER,
            [[t("Chile"), n("2015"), n("10")], [none(), n("2019"), n("11")],
             [t("Ghana"), n("2015"), n("12")], [none(), n("2019"), n("13")]],
            [{"area": area, "year": year, "value": value} for area, year, value in [
                ("Chile", 2015, 10), ("Chile", 2019, 11), ("Ghana", 2015, 12),
                ("Ghana", 2019, 13)]]),
    long("bars between cells, commas in names", "bars.csv",
         table("area|year|value", "Bahamas, The|2015|59", "Korea, Rep.|2015|1143",
               "Venezuela, RB|2015|1404").encode(),
         HEADER, simple(("Bahamas, The", "2015", "59"), ("Korea, Rep.", "2015", "1143"),
                        ("Venezuela, RB", "2015", "1404"))),
    long("identifiers that begin with 0", "zeros.csv",
         table("area,origin_code,year,value", "Chile,032,2019,310", "Chile,068,2019,329",
               "Ghana,004,2019,22").encode(),
         ["area", "origin_code", "year", "value"],
         [[t("Chile"), t("032"), n("2019"), n("310")], [t("Chile"), t("068"), n("2019"), n("329")],
          [t("Ghana"), t("004"), n("2019"), n("22")]]),
    long("identifiers of 17 digits, one missing", "long-identifiers.csv",
         table("area,record,year,value", "Chile,20190000000000017,2019,310",
               "Chile,20190000000000018,2019,329", "Ghana,,2019,22").encode(),
         ["area", "record", "year", "value"],
         [[t("Chile"), t("20190000000000017"), n("2019"), n("310")],
          [t("Chile"), t("20190000000000018"), n("2019"), n("329")],
          [t("Ghana"), none(), n("2019"), n("22")]]),
    long("whole numbers beyond 2⁵³, one missing", "large.csv",
         table("area,year,value", "World,2015,9007199254740993", "World,2018,",
               "World,2019,9007199254740995").encode(),
         HEADER, simple(("World", "2015", n("9007199254740993", 9007199254740993)),
                        ("World", "2018", none()),
                        ("World", "2019", n("9007199254740995", 9007199254740995)))),
    long("footnote marks beside figures", "footnotes.csv",
         table("area,year,value", "Chile,2015,639¹", "Chile,2019,940", "Ghana,2015,414 (2)",
               "Ghana,2019,467").encode(),
         HEADER, simple(("Chile", "2015", n("639¹", 639)), ("Chile", "2019", "940"),
                        ("Ghana", "2015", n("414 (2)", 414)), ("Ghana", "2019", "467"))),
    long("a second header line of HXL tags", "tags.csv",
         table("Country,Year,Displaced", "#country+name,#date+year,#affected+idps", "Chile,2019,310",
               "Ghana,2019,22").encode(),
         ["Country", "Year", "Displaced"],
         [[t("Chile"), n("2019"), n("310")], [t("Ghana"), n("2019"), n("22")]],
         ["area", "year", "value"]),
    long("`..` for missing", "missing.csv",
         table("area,year,value", "Chile,2015,639", "Chile,2019,..", "Ghana,2015,..",
               "Ghana,2019,467").encode(),
         HEADER, simple(("Chile", "2015", "639"), ("Chile", "2019", none("..")),
                        ("Ghana", "2015", none("..")), ("Ghana", "2019", "467"))),
    Fixture("a matrix of origins by destinations", "matrix.csv",
            ("\ufeff" + table('"Remittances 2018, US$ million: sending (down), receiving (across)",'
                              '"Bahamas, The",Chile,Ghana',
                              '"Bahamas, The",N/A,1.5,0', "Chile,2,N/A,3.25", "Ghana,0,4,N/A")
             ).encode(),
            ["Remittances 2018, US$ million: sending (down), receiving (across)", "Bahamas, The",
             "Chile", "Ghana"],
            [[t("Bahamas, The"), none("N/A"), n("1.5"), n("0")],
             [t("Chile"), n("2"), none("N/A"), n("3.25")],
             [t("Ghana"), n("0"), n("4"), none("N/A")]],
            [{"area": receiving, "origin": sending, "year": 2018, "value": value}
             for sending, receiving, value in [
                 ("Bahamas, The", "Chile", 1.5), ("Bahamas, The", "Ghana", 0),
                 ("Chile", "Bahamas, The", 2), ("Chile", "Ghana", 3.25),
                 ("Ghana", "Bahamas, The", 0), ("Ghana", "Chile", 4)]]),
    long("a byte order mark before a quoted header", "mark.csv",
         ("\ufeff" + table('"area","year","value"', '"Chile","2015","10"', '"Ghana","2019","13"')
          ).encode(),
         HEADER, simple(("Chile", "2015", "10"), ("Ghana", "2019", "13"))),
    long("commas in names without quotes, among semicolons", "names.csv",
         table("area;year;value", "Bahamas, The;2015;59", "Gambia, The;2015;193",
               "Korea, Rep.;2015;1143", "Venezuela, RB;2015;1404").encode(),
         HEADER, simple(("Bahamas, The", "2015", "59"), ("Gambia, The", "2015", "193"),
                        ("Korea, Rep.", "2015", "1143"), ("Venezuela, RB", "2015", "1404"))),
    long("a comma in a name without quotes, among commas", "unquoted.csv",
         table("area,year,value", "Chile,2015,639", "Gambia, The,2015,193", "Ghana,2015,414").encode(),
         HEADER, simple(("Chile", "2015", "639"), ("Gambia, The", "2015", "193"),
                        ("Ghana", "2015", "414"))),
    long("NA for Namibia", "namibia.csv",
         table("code,year,value", "NA,2015,95", "NO,2015,746", "NP,2015,510").encode(),
         ["code", "year", "value"],
         [[t("NA"), n("2015"), n("95")], [t("NO"), n("2015"), n("746")],
          [t("NP"), n("2015"), n("510")]],
         ["area", "year", "value"]),
    long("a line break in a name", "break.csv",
         table("area,origin,year,value", 'Chile,"Peru\n(estimate)",2015,130', "Chile,Ghana,2015,2",
               "Ghana,Chile,2015,1").encode(),
         ["area", "origin", "year", "value"],
         [[t("Chile"), t("Peru\n(estimate)"), n("2015"), n("130")],
          [t("Chile"), t("Ghana"), n("2015"), n("2")],
          [t("Ghana"), t("Chile"), n("2015"), n("1")]]),
    long("a decimal after 30,000 whole numbers", "late.csv",
         table("area,year,age,value", *MANY).encode(),
         ["area", "year", "age", "value"],
         [[t(area), n(year), t(age), n(value)]
          for area, year, age, value in (line.split(",") for line in MANY)]),
    Fixture("a page of HTML under the name .csv", "page.csv",
            b"<!DOCTYPE html>\n<html><head><title>503</title></head>\n"
            b"<body><h1>Service unavailable</h1>\n<p>Please try again, later</p></body></html>\n",
            [], [], [], refusable=True),
    Fixture("JSON under the name .csv", "data.csv",
            b'[{"area": "Chile", "year": 2015, "value": 639},\n'
            b' {"area": "Ghana", "year": 2019, "value": 467}]\n',
            [], [], [], refusable=True),
]

# Other names by which a record's area is known.
NAMES = {
    "Austria": "Österreich", "Türkiye": "Türkei", "Turkey": "Türkei", "Gambia": "Gambia, The",
    "Bahamas": "Bahamas, The", "Republic of Korea": "Korea, Rep.",
    "Venezuela (Bolivarian Republic of)": "Venezuela, RB", "Venezuela": "Venezuela, RB",
    "Namibia": "NA", "NAM": "NA", "Nepal": "NP", "Norway": "NO",
}
