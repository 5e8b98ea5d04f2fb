/// The areas the toolkit knows: a code, the other codes in use for it, and every name it goes by.
///
/// Countries and territories carry their ISO 3166-1 alpha-3 and alpha-2 codes and their M49 number,
/// with the World Bank's region and income group. Groups of the United Nations are coded by their
/// number (903 is Africa), groups of the World Bank by their letters (SSF is Sub-Saharan Africa),
/// groups of Eurostat by its geographical codes (EU27_2020 is the European Union since 2020):
/// the two publishers draw regions and income groups differently, so a group of one is never
/// taken for the group of the same name of the other. A former state whose alpha-3 code is still
/// in use is coded with its M49 number: `ETH-230` is Ethiopia before Eritrea, `ETH` is Ethiopia.
///
/// Sources: ISO 3166-1; United Nations, Standard country or area codes for statistical use (M49);
/// World Bank, country metadata, July 2025 (regions and income groups); Eurostat, code list GEO.
extension Concordance {
  /// One area a line: `code|alpha2|m49|kind|region|income|name|other names`, the other names
  /// separated by `;`.
  ///
  /// The world comes first, then countries and territories, groups, former states, and the
  /// residual rows of published tables, each by code.
  static let areas = """
    WLD||900|aggregate|||World|World total;OWID_WRL
    ABW|AW|533|country|LCN|HIC|Aruba|
    AFG|AF|4|country|MEA|LIC|Afghanistan|Islamic Republic of Afghanistan
    AGO|AO|24|country|SSF|LMC|Angola|Republic of Angola
    AIA|AI|660|country|||Anguilla|
    ALA|AX|248|country|||Åland Islands|
    ALB|AL|8|country|ECS|UMC|Albania|Republic of Albania
    AND|AD|20|country|ECS|HIC|Andorra|Principality of Andorra;ADO
    ARE|AE|784|country|MEA|HIC|United Arab Emirates|UAE
    ARG|AR|32|country|LCN|UMC|Argentina|Argentine Republic
    ARM|AM|51|country|ECS|UMC|Armenia|Republic of Armenia
    ASM|AS|16|country|EAS|HIC|American Samoa|
    ATA|AQ|10|country|||Antarctica|
    ATF|TF|260|country|||French Southern Territories|French Southern and Antarctic Lands
    ATG|AG|28|country|LCN|HIC|Antigua and Barbuda|Antigua & Barbuda
    AUS|AU|36|country|EAS|HIC|Australia|
    AUT|AT|40|country|ECS|HIC|Austria|Republic of Austria
    AZE|AZ|31|country|ECS|UMC|Azerbaijan|Republic of Azerbaijan
    BDI|BI|108|country|SSF|LIC|Burundi|Republic of Burundi
    BEL|BE|56|country|ECS|HIC|Belgium|Kingdom of Belgium
    BEN|BJ|204|country|SSF|LMC|Benin|Republic of Benin
    BES|BQ|535|country|||Bonaire, Sint Eustatius and Saba|Caribbean Netherlands;BES Islands
    BFA|BF|854|country|SSF|LIC|Burkina Faso|
    BGD|BD|50|country|SAS|LMC|Bangladesh|People's Republic of Bangladesh
    BGR|BG|100|country|ECS|HIC|Bulgaria|Republic of Bulgaria
    BHR|BH|48|country|MEA|HIC|Bahrain|Kingdom of Bahrain
    BHS|BS|44|country|LCN|HIC|Bahamas|The Bahamas;Bahamas, The;Commonwealth of the Bahamas
    BIH|BA|70|country|ECS|UMC|Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina;Bosnia & Herzegovina;Republic of Bosnia and Herzegovina
    BLM|BL|652|country|||Saint Barthélemy|St. Barthélemy
    BLR|BY|112|country|ECS|UMC|Belarus|Republic of Belarus
    BLZ|BZ|84|country|LCN|UMC|Belize|
    BMU|BM|60|country|NAC|HIC|Bermuda|
    BOL|BO|68|country|LCN|LMC|Bolivia|Bolivia (Plurinational State of);Plurinational State of Bolivia
    BRA|BR|76|country|LCN|UMC|Brazil|Federative Republic of Brazil
    BRB|BB|52|country|LCN|HIC|Barbados|
    BRN|BN|96|country|EAS|HIC|Brunei Darussalam|Brunei
    BTN|BT|64|country|SAS|LMC|Bhutan|Kingdom of Bhutan
    BVT|BV|74|country|||Bouvet Island|
    BWA|BW|72|country|SSF|UMC|Botswana|Republic of Botswana
    CAF|CF|140|country|SSF|LIC|Central African Republic|CAR
    CAN|CA|124|country|NAC|HIC|Canada|
    CCK|CC|166|country|||Cocos (Keeling) Islands|Cocos Islands
    CHE|CH|756|country|ECS|HIC|Switzerland|Swiss Confederation
    CHI||830|country|ECS|HIC|Channel Islands|OWID_CIS;Guernsey and Jersey
    CHL|CL|152|country|LCN|HIC|Chile|Republic of Chile
    CHN|CN|156|country|EAS|UMC|China|People's Republic of China
    CIV|CI|384|country|SSF|LMC|Côte d'Ivoire|Ivory Coast;Republic of Côte d'Ivoire
    CMR|CM|120|country|SSF|LMC|Cameroon|Republic of Cameroon
    COD|CD|180|country|SSF|LIC|Democratic Republic of the Congo|DR Congo;DRC;Congo, Democratic Republic of the;Congo, Dem. Rep. of;Congo (Kinshasa);Congo-Kinshasa;Dem. Rep. of the Congo;Democratic Republic of Congo;Zaire;Congo, Dem. Rep.;Congo, The Democratic Republic of the;ZAR
    COG|CG|178|country|SSF|LMC|Congo|Republic of the Congo;Congo, Republic of the;Republic of Congo;Congo (Brazzaville);Congo-Brazzaville;Congo Republic;Congo, Rep.
    COK|CK|184|country|||Cook Islands|
    COL|CO|170|country|LCN|UMC|Colombia|Republic of Colombia
    COM|KM|174|country|SSF|LMC|Comoros|Union of the Comoros
    CPV|CV|132|country|SSF|UMC|Cabo Verde|Cape Verde;Republic of Cabo Verde
    CRI|CR|188|country|LCN|HIC|Costa Rica|Republic of Costa Rica
    CUB|CU|192|country|LCN|UMC|Cuba|Republic of Cuba
    CUW|CW|531|country|LCN|HIC|Curaçao|
    CXR|CX|162|country|||Christmas Island|
    CYM|KY|136|country|LCN|HIC|Cayman Islands|
    CYP|CY|196|country|ECS|HIC|Cyprus|Republic of Cyprus
    CZE|CZ|203|country|ECS|HIC|Czechia|Czech Rep.;Czech Republic
    DEU|DE|276|country|ECS|HIC|Germany|Federal Republic of Germany
    DJI|DJ|262|country|MEA|LMC|Djibouti|Republic of Djibouti
    DMA|DM|212|country|LCN|UMC|Dominica|Commonwealth of Dominica
    DNK|DK|208|country|ECS|HIC|Denmark|Kingdom of Denmark
    DOM|DO|214|country|LCN|UMC|Dominican Republic|Dominican Rep.
    DZA|DZ|12|country|MEA|UMC|Algeria|People's Democratic Republic of Algeria
    ECU|EC|218|country|LCN|UMC|Ecuador|Republic of Ecuador
    EGY|EG|818|country|MEA|LMC|Egypt|Egypt, Arab Rep.;Arab Republic of Egypt
    ERI|ER|232|country|SSF|LIC|Eritrea|State of Eritrea
    ESH|EH|732|country|||Western Sahara|
    ESP|ES|724|country|ECS|HIC|Spain|Kingdom of Spain
    EST|EE|233|country|ECS|HIC|Estonia|Republic of Estonia
    ETH|ET|231|country|SSF||Ethiopia|Federal Democratic Republic of Ethiopia
    FIN|FI|246|country|ECS|HIC|Finland|Republic of Finland
    FJI|FJ|242|country|EAS|UMC|Fiji|Republic of Fiji
    FLK|FK|238|country|||Falkland Islands (Malvinas)|Falkland Islands
    FRA|FR|250|country|ECS|HIC|France|French Republic
    FRO|FO|234|country|ECS|HIC|Faroe Islands|Faeroe Islands;The Faroes
    FSM|FM|583|country|EAS|LMC|Micronesia (Federated States of)|Micronesia (Federated State of);Micronesia (Federal States of);Micronesia (country);Micronesia (Fed. States of);Micronesia, Fed. Sts.;Federated States of Micronesia
    GAB|GA|266|country|SSF|UMC|Gabon|Gabonese Republic
    GBR|GB|826|country|ECS|HIC|United Kingdom|UK;Great Britain;Britain;United Kingdom of Great Britain and Northern Ireland
    GEO|GE|268|country|ECS|UMC|Georgia|
    GGY|GG|831|country|||Guernsey|
    GHA|GH|288|country|SSF|LMC|Ghana|Republic of Ghana
    GIB|GI|292|country|ECS|HIC|Gibraltar|Gibralter
    GIN|GN|324|country|SSF|LMC|Guinea|Republic of Guinea
    GLP|GP|312|country|||Guadeloupe|
    GMB|GM|270|country|SSF|LIC|Gambia|The Gambia;Gambia, The;Republic of the Gambia
    GNB|GW|624|country|SSF|LIC|Guinea-Bissau|Republic of Guinea-Bissau
    GNQ|GQ|226|country|SSF|UMC|Equatorial Guinea|Republic of Equatorial Guinea
    GRC|GR|300|country|ECS|HIC|Greece|Hellenic Republic
    GRD|GD|308|country|LCN|UMC|Grenada|
    GRL|GL|304|country|ECS|HIC|Greenland|
    GTM|GT|320|country|LCN|UMC|Guatemala|Republic of Guatemala
    GUF|GF|254|country|||French Guiana|
    GUM|GU|316|country|EAS|HIC|Guam|
    GUY|GY|328|country|LCN|HIC|Guyana|Republic of Guyana
    HKG|HK|344|country|EAS|HIC|China, Hong Kong SAR|Hong Kong;Hong Kong SAR;Hong Kong, China;Hong Kong SAR, China;Hong Kong Special Administrative Region of China
    HMD|HM|334|country|||Heard Island and McDonald Islands|
    HND|HN|340|country|LCN|LMC|Honduras|Republic of Honduras
    HRV|HR|191|country|ECS|HIC|Croatia|Republic of Croatia
    HTI|HT|332|country|LCN|LMC|Haiti|Republic of Haiti
    HUN|HU|348|country|ECS|HIC|Hungary|
    IDN|ID|360|country|EAS|UMC|Indonesia|Republic of Indonesia
    IMN|IM|833|country|ECS|HIC|Isle of Man|IMY
    IND|IN|356|country|SAS|LMC|India|Republic of India
    IOT|IO|86|country|||British Indian Ocean Territory|
    IRL|IE|372|country|ECS|HIC|Ireland|Republic of Ireland
    IRN|IR|364|country|MEA|UMC|Iran|Islamic Rep. of Iran;Iran, Islamic Rep. of;Iran (Islamic Republic of);Iran, Islamic Rep.;Islamic Republic of Iran
    IRQ|IQ|368|country|MEA|UMC|Iraq|Republic of Iraq
    ISL|IS|352|country|ECS|HIC|Iceland|Republic of Iceland
    ISR|IL|376|country|MEA|HIC|Israel|State of Israel
    ITA|IT|380|country|ECS|HIC|Italy|Italian Republic
    JAM|JM|388|country|LCN|UMC|Jamaica|
    JEY|JE|832|country|||Jersey|
    JOR|JO|400|country|MEA|LMC|Jordan|Hashemite Kingdom of Jordan
    JPN|JP|392|country|EAS|HIC|Japan|
    KAZ|KZ|398|country|ECS|UMC|Kazakhstan|Republic of Kazakhstan
    KEN|KE|404|country|SSF|LMC|Kenya|Republic of Kenya
    KGZ|KG|417|country|ECS|LMC|Kyrgyzstan|Kyrgyz Republic
    KHM|KH|116|country|EAS|LMC|Cambodia|Kingdom of Cambodia
    KIR|KI|296|country|EAS|LMC|Kiribati|Republic of Kiribati
    KNA|KN|659|country|LCN|HIC|Saint Kitts and Nevis|St Kitts and Nevis;Saint Kitts & Nevis
    KOR|KR|410|country|EAS|HIC|Republic of Korea|Rep. of Korea;Korea, Republic of;Korea, Rep.;South Korea
    KWT|KW|414|country|MEA|HIC|Kuwait|State of Kuwait
    LAO|LA|418|country|EAS|LMC|Lao People's Democratic Republic|Lao;Lao People's Dem. Rep.;Lao PDR;Laos
    LBN|LB|422|country|MEA|LMC|Lebanon|Lebanese Republic
    LBR|LR|430|country|SSF|LIC|Liberia|Republic of Liberia
    LBY|LY|434|country|MEA|UMC|Libya|Libyan Arab Jamahiriya;State of Libya
    LCA|LC|662|country|LCN|UMC|Saint Lucia|St. Lucia
    LIE|LI|438|country|ECS|HIC|Liechtenstein|Principality of Liechtenstein
    LKA|LK|144|country|SAS|LMC|Sri Lanka|Democratic Socialist Republic of Sri Lanka
    LSO|LS|426|country|SSF|LMC|Lesotho|Kingdom of Lesotho
    LTU|LT|440|country|ECS|HIC|Lithuania|Republic of Lithuania
    LUX|LU|442|country|ECS|HIC|Luxembourg|Grand Duchy of Luxembourg
    LVA|LV|428|country|ECS|HIC|Latvia|Republic of Latvia
    MAC|MO|446|country|EAS|HIC|China, Macao SAR|Macao;Macau;Macao SAR;Macao, China;Macau SAR;Macao SAR, China;Macao Special Administrative Region of China
    MAF|MF|663|country|LCN|HIC|Saint Martin (French part)|Collectivity of Saint Martin;St. Martin (French part)
    MAR|MA|504|country|MEA|LMC|Morocco|Kingdom of Morocco
    MCO|MC|492|country|ECS|HIC|Monaco|Principality of Monaco
    MDA|MD|498|country|ECS|UMC|Republic of Moldova|Rep. of Moldova;Moldova;Moldova, Republic of
    MDG|MG|450|country|SSF|LIC|Madagascar|Republic of Madagascar
    MDV|MV|462|country|SAS|UMC|Maldives|Republic of Maldives
    MEX|MX|484|country|LCN|UMC|Mexico|United Mexican States
    MHL|MH|584|country|EAS|UMC|Marshall Islands|Republic of the Marshall Islands
    MKD|MK|807|country|ECS|UMC|North Macedonia|Macedonia;TFYR Macedonia;The former Yugoslav Republic of Macedonia;Macedonia, FYR;FYR Macedonia;FYROM;Republic of North Macedonia
    MLI|ML|466|country|SSF|LIC|Mali|Republic of Mali
    MLT|MT|470|country|MEA|HIC|Malta|Republic of Malta
    MMR|MM|104|country|EAS|LMC|Myanmar|Burma;Republic of the Union of Myanmar;Republic of Myanmar
    MNE|ME|499|country|ECS|UMC|Montenegro|
    MNG|MN|496|country|EAS|UMC|Mongolia|
    MNP|MP|580|country|EAS|HIC|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands
    MOZ|MZ|508|country|SSF|LIC|Mozambique|Republic of Mozambique
    MRT|MR|478|country|SSF|LMC|Mauritania|Islamic Republic of Mauritania
    MSR|MS|500|country|||Montserrat|
    MTQ|MQ|474|country|||Martinique|
    MUS|MU|480|country|SSF|UMC|Mauritius|Republic of Mauritius
    MWI|MW|454|country|SSF|LIC|Malawi|Republic of Malawi
    MYS|MY|458|country|EAS|UMC|Malaysia|
    MYT|YT|175|country|||Mayotte|
    NAM|NA|516|country|SSF|LMC|Namibia|Republic of Namibia
    NCL|NC|540|country|EAS|HIC|New Caledonia|
    NER|NE|562|country|SSF|LIC|Niger|Republic of the Niger
    NFK|NF|574|country|||Norfolk Island|
    NGA|NG|566|country|SSF|LMC|Nigeria|Federal Republic of Nigeria
    NIC|NI|558|country|LCN|LMC|Nicaragua|Republic of Nicaragua
    NIU|NU|570|country|||Niue|
    NLD|NL|528|country|ECS|HIC|Netherlands|The Netherlands;Netherlands (Kingdom of the);Kingdom of the Netherlands
    NOR|NO|578|country|ECS|HIC|Norway|Kingdom of Norway
    NPL|NP|524|country|SAS|LMC|Nepal|Federal Democratic Republic of Nepal
    NRU|NR|520|country|EAS|HIC|Nauru|Republic of Nauru
    NZL|NZ|554|country|EAS|HIC|New Zealand|
    OMN|OM|512|country|MEA|HIC|Oman|Sultanate of Oman
    PAK|PK|586|country|MEA|LMC|Pakistan|Islamic Republic of Pakistan
    PAN|PA|591|country|LCN|HIC|Panama|Republic of Panama
    PCN|PN|612|country|||Pitcairn|Pitcairn Islands
    PER|PE|604|country|LCN|UMC|Peru|Republic of Peru
    PHL|PH|608|country|EAS|LMC|Philippines|Republic of the Philippines
    PLW|PW|585|country|EAS|HIC|Palau|Republic of Palau
    PNG|PG|598|country|EAS|LMC|Papua New Guinea|Independent State of Papua New Guinea
    POL|PL|616|country|ECS|HIC|Poland|Republic of Poland
    PRI|PR|630|country|LCN|HIC|Puerto Rico|Puerto Rico (US)
    PRK|KP|408|country|EAS|LIC|Democratic People's Republic of Korea|DPR Korea;DPRK;Korea, Democratic People's Republic of;Dem. People's Rep. of Korea;Korea, Dem. Rep.;Dem. People's Republic of Korea;Korea, Dem. People's Rep.;North Korea
    PRT|PT|620|country|ECS|HIC|Portugal|Portuguese Republic
    PRY|PY|600|country|LCN|UMC|Paraguay|Republic of Paraguay
    PSE|PS|275|country|MEA|LMC|State of Palestine|Palestine;Palestinian Territories;Occupied Palestinian Territory;Occupied Palestinian Territories;Palestinian;West Bank and Gaza Strip;West Bank and Gaza;Palestine, State of;WBG
    PYF|PF|258|country|EAS|HIC|French Polynesia|
    QAT|QA|634|country|MEA|HIC|Qatar|State of Qatar
    REU|RE|638|country|||Réunion|La Réunion
    ROU|RO|642|country|ECS|HIC|Romania|ROM
    RUS|RU|643|country|ECS|HIC|Russian Federation|Russia
    RWA|RW|646|country|SSF|LIC|Rwanda|Republic of Rwanda
    SAU|SA|682|country|MEA|HIC|Saudi Arabia|Kingdom of Saudi Arabia
    SDN|SD|729|country|SSF|LIC|Sudan|Republic of the Sudan
    SEN|SN|686|country|SSF|LMC|Senegal|Republic of Senegal
    SGP|SG|702|country|EAS|HIC|Singapore|Republic of Singapore
    SGS|GS|239|country|||South Georgia and the South Sandwich Islands|South Georgia & South Sandwich Islands
    SHN|SH|654|country|||Saint Helena|Saint Helena, Ascension and Tristan da Cunha;St. Helena
    SJM|SJ|744|country|||Svalbard and Jan Mayen|Svalbard and Jan Mayen Islands
    SLB|SB|90|country|EAS|LMC|Solomon Islands|
    SLE|SL|694|country|SSF|LIC|Sierra Leone|Republic of Sierra Leone
    SLV|SV|222|country|LCN|UMC|El Salvador|Republic of El Salvador
    SMR|SM|674|country|ECS|HIC|San Marino|Republic of San Marino
    SOM|SO|706|country|SSF|LIC|Somalia|Somalia, Fed. Rep.;Federal Republic of Somalia
    SPM|PM|666|country|||Saint Pierre and Miquelon|St. Pierre and Miquelon
    SRB|RS|688|country|ECS|UMC|Serbia|Serbia (including Kosovo);Serbia and Kosovo (S/RES/1244 (1999));Republic of Serbia
    SSD|SS|728|country|SSF|LIC|South Sudan|Republic of South Sudan
    STP|ST|678|country|SSF|LMC|Sao Tome and Principe|São Tomé & Príncipe;Democratic Republic of Sao Tome and Principe
    SUR|SR|740|country|LCN|UMC|Suriname|Republic of Suriname
    SVK|SK|703|country|ECS|HIC|Slovakia|Slovak Rep.;Slovak Republic
    SVN|SI|705|country|ECS|HIC|Slovenia|Republic of Slovenia
    SWE|SE|752|country|ECS|HIC|Sweden|Kingdom of Sweden
    SWZ|SZ|748|country|SSF|LMC|Eswatini|Swaziland;Kingdom of Eswatini
    SXM|SX|534|country|LCN|HIC|Sint Maarten (Dutch part)|Sint Maarten;St. Maarten
    SYC|SC|690|country|SSF|HIC|Seychelles|Republic of Seychelles
    SYR|SY|760|country|MEA|LIC|Syrian Arab Republic|Syria;Syrian Arab Rep.
    TCA|TC|796|country|LCN|HIC|Turks and Caicos Islands|Turks & Caicos Islands
    TCD|TD|148|country|SSF|LIC|Chad|Republic of Chad
    TGO|TG|768|country|SSF|LIC|Togo|Togolese Republic
    THA|TH|764|country|EAS|UMC|Thailand|Kingdom of Thailand
    TJK|TJ|762|country|ECS|LMC|Tajikistan|Republic of Tajikistan
    TKL|TK|772|country|||Tokelau|
    TKM|TM|795|country|ECS|UMC|Turkmenistan|
    TLS|TL|626|country|EAS|LMC|Timor-Leste|East Timor;Democratic Republic of Timor-Leste;TMP
    TON|TO|776|country|EAS|UMC|Tonga|Kingdom of Tonga
    TTO|TT|780|country|LCN|HIC|Trinidad and Tobago|Trinidad & Tobago;Republic of Trinidad and Tobago
    TUN|TN|788|country|MEA|LMC|Tunisia|Republic of Tunisia
    TUR|TR|792|country|ECS|UMC|Türkiye|Turkey;Republic of Türkiye
    TUV|TV|798|country|EAS|UMC|Tuvalu|
    TWN|TW|158|country|||Taiwan, Province of China|Taiwan;China, Taiwan Province of China;Taiwan, China;Chinese Taipei
    TZA|TZ|834|country|SSF|LMC|United Republic of Tanzania|United Rep. of Tanzania;Tanzania, United Republic of;Tanzania
    UGA|UG|800|country|SSF|LIC|Uganda|Republic of Uganda
    UKR|UA|804|country|ECS|UMC|Ukraine|
    UMI|UM|581|country|||United States Minor Outlying Islands|US Minor Outlying Islands
    URY|UY|858|country|LCN|HIC|Uruguay|Eastern Republic of Uruguay
    USA|US|840|country|NAC|HIC|United States|USA;US;U.S.;United States of America
    UZB|UZ|860|country|ECS|LMC|Uzbekistan|Republic of Uzbekistan
    VAT|VA|336|country|||Holy See|Vatican City;Vatican;Vatican City State;Holy See (the);Holy See (Vatican City State)
    VCT|VC|670|country|LCN|UMC|Saint Vincent and the Grenadines|St Vincent and the Grenadines;Saint Vincent & the Grenadines;St. Vincent & the Grenadines
    VEN|VE|862|country|LCN||Venezuela|Venezuela (Bolivarian Republic of);Venezuela, RB;Bolivarian Republic of Venezuela
    VGB|VG|92|country|LCN|HIC|British Virgin Islands|Virgin Islands (British);Virgin Islands (UK);Virgin Islands (U.K.)
    VIR|VI|850|country|LCN|HIC|United States Virgin Islands|US Virgin Islands;U.S. Virgin Islands;Virgin Islands (United States);Virgin Islands (US);Virgin Islands (U.S.);Virgin Islands of the United States
    VNM|VN|704|country|EAS|LMC|Viet Nam|Vietnam;Socialist Republic of Viet Nam
    VUT|VU|548|country|EAS|LMC|Vanuatu|Republic of Vanuatu
    WLF|WF|876|country|||Wallis and Futuna|Wallis and Futuna Islands
    WSM|WS|882|country|EAS|UMC|Samoa|Independent State of Samoa
    XKX|XK||country|ECS|UMC|Kosovo|Kosovo (under UNSC res. 1244);Republic of Kosovo;XKV;KSV;OWID_KOS
    YEM|YE|887|country|MEA|LIC|Yemen|Republic of Yemen;Yemen, Rep.
    ZAF|ZA|710|country|SSF|UMC|South Africa|Republic of South Africa
    ZMB|ZM|894|country|SSF|LMC|Zambia|Republic of Zambia
    ZWE|ZW|716|country|SSF|LMC|Zimbabwe|Republic of Zimbabwe
    1500||1500|aggregate|||Low-income countries|
    1501||1501|aggregate|||Lower-middle-income countries|
    1502||1502|aggregate|||Upper-middle-income countries|
    1503||1503|aggregate|||High-income countries|
    1517||1517|aggregate|||Middle-income countries|
    1518||1518|aggregate|||No income group available|No income group
    1829||1829|aggregate|||Europe and Northern America|
    1832||1832|aggregate|||Eastern and South-Eastern Asia|
    1833||1833|aggregate|||Northern Africa and Western Asia|
    5500||5500|aggregate|||Central Asia|
    5501||5501|aggregate|||Southern Asia|
    901||901|aggregate|||More developed regions|
    902||902|aggregate|||Less developed regions|
    903||903|aggregate|||Africa|
    904||904|aggregate|||Latin America and the Caribbean|1830
    905||905|aggregate|||Northern America|918
    906||906|aggregate|||Eastern Asia|
    908||908|aggregate|||Europe|917
    909||909|aggregate|||Oceania|
    910||910|aggregate|||Eastern Africa|
    911||911|aggregate|||Middle Africa|
    912||912|aggregate|||Northern Africa|
    913||913|aggregate|||Southern Africa|
    914||914|aggregate|||Western Africa|
    915||915|aggregate|||Caribbean|
    916||916|aggregate|||Central America|
    920||920|aggregate|||South-Eastern Asia|
    921||921|aggregate|||Central and Southern Asia|
    922||922|aggregate|||Western Asia|
    923||923|aggregate|||Eastern Europe|
    924||924|aggregate|||Northern Europe|
    925||925|aggregate|||Southern Europe|
    926||926|aggregate|||Western Europe|
    927||927|aggregate|||Australia and New Zealand|Australia / New Zealand
    928||928|aggregate|||Melanesia|
    931||931|aggregate|||South America|
    934||934|aggregate|||Less developed regions, excluding least developed countries|
    935||935|aggregate|||Asia|
    941||941|aggregate|||Least developed countries|
    947||947|aggregate|||Sub-Saharan Africa|
    954||954|aggregate|||Micronesia|
    957||957|aggregate|||Polynesia|
    AFE|||aggregate|||Africa Eastern and Southern|
    AFW|||aggregate|||Africa Western and Central|
    ARB|||aggregate|||Arab World|
    CEB|||aggregate|||Central Europe and the Baltics|
    CSS|||aggregate|||Caribbean small states|
    EA|||aggregate|||Euro area (changing composition)|
    EA11|||aggregate|||Euro area - 11 countries (1999-2000)|
    EA12|||aggregate|||Euro area - 12 countries (2001-2006)|
    EA13|||aggregate|||Euro area - 13 countries (2007)|
    EA15|||aggregate|||Euro area - 15 countries (2008)|
    EA16|||aggregate|||Euro area - 16 countries (2009-2010)|
    EA17|||aggregate|||Euro area - 17 countries (2011-2013)|
    EA18|||aggregate|||Euro area - 18 countries (2014)|
    EA19|||aggregate|||Euro area - 19 countries (2015-2022)|
    EA20|||aggregate|||Euro area - 20 countries (from 2023)|
    EA21|||aggregate|||Euro area - 21 countries (from 2026)|
    EAP|||aggregate|||East Asia & Pacific (excluding high income)|East Asia and Pacific (excluding high income)
    EAR|||aggregate|||Early-demographic dividend|
    EAS|||aggregate|||East Asia & Pacific|East Asia and Pacific
    ECA|||aggregate|||Europe & Central Asia (excluding high income)|Europe and Central Asia (excluding high income)
    ECS|||aggregate|||Europe & Central Asia|Europe and Central Asia
    EEA|||aggregate|||European Economic Area|
    EEA18|||aggregate|||European Economic Area (EU15 and Iceland, Liechtenstein, Norway)|
    EEA28|||aggregate|||European Economic Area (EU25 and Iceland, Liechtenstein, Norway)|
    EEA30_2007|||aggregate|||European Economic Area (EU27 of 2007 and Iceland, Liechtenstein, Norway)|
    EEA31|||aggregate|||European Economic Area (EU28 and Iceland, Liechtenstein, Norway)|
    EFTA|||aggregate|||European Free Trade Association|
    EMU|||aggregate|||Euro area|Euro zone;Eurozone
    EU12|||aggregate|||European Union - 12 countries (1986-1994)|
    EU15|||aggregate|||European Union - 15 countries (1995-2004)|
    EU25|||aggregate|||European Union - 25 countries (2004-2006)|
    EU27_2007|||aggregate|||European Union - 27 countries (2007-2013)|
    EU27_2020|||aggregate|||European Union - 27 countries (from 2020)|
    EU28|||aggregate|||European Union - 28 countries (2013-2020)|
    EUU|||aggregate|||European Union|EU;EU27;EU-27;European Union (27);OWID_EU27
    FCS|||aggregate|||Fragile and conflict affected situations|
    HIC|||aggregate|||High income|OWID_HIC
    HPC|||aggregate|||Heavily indebted poor countries (HIPC)|HIPC
    IBD|||aggregate|||IBRD only|
    IBT|||aggregate|||IDA & IBRD total|IDA and IBRD total
    IDA|||aggregate|||IDA total|
    IDB|||aggregate|||IDA blend|
    IDX|||aggregate|||IDA only|
    INX|||aggregate|||Not classified|
    LAC|||aggregate|||Latin America & Caribbean (excluding high income)|Latin America and Caribbean (excluding high income)
    LCN|||aggregate|||Latin America & Caribbean|Latin America and Caribbean
    LDC|||aggregate|||Least developed countries: UN classification|
    LIC|||aggregate|||Low income|OWID_LIC
    LMC|||aggregate|||Lower middle income|OWID_LMC
    LMY|||aggregate|||Low & middle income|Low and middle income countries;Low and middle income
    LTE|||aggregate|||Late-demographic dividend|
    MEA|||aggregate|||Middle East, North Africa, Afghanistan & Pakistan|Middle East & North Africa;Middle East and North Africa;Middle East, North Africa, Afghanistan and Pakistan
    MIC|||aggregate|||Middle income|
    MNA|||aggregate|||Middle East, North Africa, Afghanistan & Pakistan (excluding high income)|Middle East & North Africa (excluding high income);Middle East and North Africa (excluding high income);Middle East, North Africa, Afghanistan and Pakistan (excluding high income)
    NAC|||aggregate|||North America|
    OED|||aggregate|||OECD members|OECD
    OSS|||aggregate|||Other small states|
    OWID_AFR|||aggregate|||Africa (Our World in Data)|
    OWID_ASI|||aggregate|||Asia (Our World in Data)|
    OWID_EUR|||aggregate|||Europe (Our World in Data)|
    OWID_NAM|||aggregate|||North America (Our World in Data)|
    OWID_OCE|||aggregate|||Oceania (Our World in Data)|
    OWID_SAM|||aggregate|||South America (Our World in Data)|
    PRE|||aggregate|||Pre-demographic dividend|
    PSS|||aggregate|||Pacific island small states|
    PST|||aggregate|||Post-demographic dividend|
    SAS|||aggregate|||South Asia|
    SSA|||aggregate|||Sub-Saharan Africa (excluding high income)|
    SSF|||aggregate|||Sub-Saharan Africa|
    SST|||aggregate|||Small states|
    TEA|||aggregate|||East Asia & Pacific (IDA & IBRD)|East Asia & Pacific (IDA & IBRD countries);East Asia and Pacific (IDA and IBRD);East Asia and Pacific (IDA and IBRD countries)
    TEC|||aggregate|||Europe & Central Asia (IDA & IBRD)|Europe & Central Asia (IDA & IBRD countries);Europe and Central Asia (IDA and IBRD);Europe and Central Asia (IDA and IBRD countries)
    TLA|||aggregate|||Latin America & Caribbean (IDA & IBRD)|Latin America & the Caribbean (IDA & IBRD countries);Latin America and Caribbean (IDA and IBRD);Latin America and the Caribbean (IDA and IBRD countries)
    TMN|||aggregate|||Middle East, North Africa, Afghanistan & Pakistan (IDA & IBRD)|Middle East & North Africa (IDA & IBRD countries);Middle East, North Africa, Afghanistan and Pakistan (IDA and IBRD)
    TSA|||aggregate|||South Asia (IDA & IBRD)|South Asia (IDA and IBRD)
    TSS|||aggregate|||Sub-Saharan Africa (IDA & IBRD)|Sub-Saharan Africa (IDA & IBRD countries);Sub-Saharan Africa (IDA and IBRD);Sub-Saharan Africa (IDA and IBRD countries)
    UMC|||aggregate|||Upper middle income|OWID_UMC
    ANT|AN|530|former|||Netherlands Antilles|Former Netherlands Antilles;Netherlands Antilles (former)
    CSK||200|former|||Czechoslovakia|Former Czechoslovakia;Czechoslovakia (former)
    DDR|DD|278|former|||German Democratic Republic|GDR;East Germany;German Democratic Rep.
    DEU-280||280|former|||Germany, Federal Republic of (before 1990)|West Germany;Federal Republic of Germany (before 1990)
    ETH-230||230|former|||Ethiopia (before Eritrea)|Ethiopia (former)
    PCI|PC|582|former|||Pacific Islands, Trust Territory of the|Trust Territory of the Pacific Islands;Pacific Islands (Trust Territory)
    PCZ|PZ|594|former|||Panama Canal Zone|Canal Zone
    SCG||891|former|||Serbia and Montenegro|Federal Republic of Yugoslavia
    SDN-736||736|former|||Sudan (before South Sudan)|Sudan (former);Former Sudan
    SUN|SU|810|former|||USSR|Soviet Union;Union of Soviet Socialist Republics;Former USSR;Former Soviet Union;USSR (former)
    YEM-886||886|former|||Yemen Arab Republic|North Yemen
    YMD|YD|720|former|||Yemen, Democratic|South Yemen;People's Democratic Republic of Yemen;Democratic Yemen
    YUG|YU|890|former|||Yugoslavia (SFR)|Socialist Federal Republic of Yugoslavia;Yugoslavia;Former Yugoslavia;Yugoslavia (former)
    OTHER|||residual|||Other|Others;Other countries;Other areas
    OTHER-NORTH|||residual|||Other North|
    OTHER-SOUTH|||residual|||Other South|
    STATELESS|||residual|||Stateless|Stateless persons;XXA
    UNIDENTIFIED|||residual|||Unidentified|Not identified
    UNK|||residual|||Unknown|Not known;Not stated;Unspecified
    VARIOUS|||residual|||Various|Various/unknown;Various or unknown
    """
}
