// Where the cells of a delimited text end, and what kinds of bytes it has, 64 bytes at a time with
// what vectors the processor has. Swift compiles for the oldest processor of a kind; this loop is
// compiled for newer ones as well.
#ifndef MIGRATIONSTATS_CCELLS_H
#define MIGRATIONSTATS_CCELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The bytes of a text, and how its cells are written.
typedef struct {
  // The text; 64 bytes behind it can be read.
  const void *bytes;
  // Where a record begins, and where the text ends.
  size_t start, count;
  // The last record is the one that ends here or is the first to end behind it.
  size_t limit;
  // The byte between cells, and the one around them.
  uint8_t delimiter, quote;
  // Whether CR breaks lines too; takes longer.
  bool breaks_at_returns;
} ccells_text;

// What was found, up to the end of the last record or, where none ends, of the text.
typedef struct {
  // The number of separators.
  size_t count;
  // The end of the last record: behind its line break; 0 where no record ends at the limit or
  // behind it.
  size_t end;
  // Whether a quote is open at the end of the text, and whether one stands elsewhere than around
  // whole cells.
  bool is_open, is_odd;
  // Whether there is a CR, a NUL, a byte beyond ASCII.
  bool has_returns, has_nul, is_foreign;
  // The number of line breaks, within quotes and without: of LF, or of LF, CR and CRLF where CR
  // breaks lines too.
  size_t line_breaks;
} ccells_finding;

// Generations of processors, from the oldest on.
typedef enum { ccells_any_processor, ccells_with_avx2, ccells_with_avx512 } ccells_processor;

// The newest generation that the processor at hand is of.
ccells_processor ccells_processor_at_hand(void);

// Writes the places of the separators that stand outside quotes: delimiters and line breaks, of a
// CRLF the CR. There is to be room for a place for each byte of the text, and 16 more. What is found
// is the same on any processor; it is to be no newer than the one at hand.
ccells_finding ccells_scan(ccells_text text, uint32_t *separators, ccells_processor processor);

// What plain rows look like.
typedef struct {
  // The bytes of the text.
  const void *bytes;
  uint8_t delimiter, quote;
  // How many cells the header has, and how many a row, those behind the header's being empty.
  size_t columns, width;
  // The first bytes of the header's first cell, and which of the eight there are.
  uint64_t header_word, header_mask;
  // Whether a CR with an LF behind it is one line break.
  bool breaks_at_returns;
  // Whether there are as many line breaks as records of the width.
  bool is_even;
} ccells_form;

// Goes on from record to record as long as each is a plain row for certain: of the width, two of its
// cells filled, its first cell not the header's, nothing beyond the header's columns. Returns how
// many rows there are.
//
// `separators` are the places of those of the records, `count` many, of which the first begins at
// `start`. Where each row begins is written to `starts`, where its cells end, row by row, to `ends`,
// which may be `separators` or lie before it, and to `repeated` how many of its first cells stand
// byte for byte as in the row above, if that is known. `done` rows have been written before; 64 bytes
// behind the text can be read.
size_t ccells_rows(const ccells_form *form, size_t start, const uint32_t *separators, size_t count,
                   size_t done, uint32_t *starts, uint32_t *ends, uint8_t *repeated,
                   ccells_processor processor);

// What was found in cells of numbers.
typedef struct {
  // Whether each cell is empty or holds a number of plain digits: a minus sign, up to sixteen bytes of
  // digits with a dot before or between them, no nought before another digit, no negative nought, and
  // no more digits than a double has. Else nothing else is said.
  bool are_plain;
  // How many are empty.
  size_t missing;
  // Whether one is written without a dot; one with three decimals behind one to three digits, which
  // a dot may group; one with other decimals.
  bool has_whole, has_groups, has_decimals;
} ccells_numbers_finding;

// Writes the values of cells that lie one after the other, the double nearest to each, a quiet NaN for
// an empty cell, and how many decimals each is written with.
//
// `ends` are the places where the cells end, and before them the one where the cell before them ends;
// at each stands a separator, which is neither a digit nor a minus sign. Sixteen bytes before the first
// cell's end can be read.
ccells_numbers_finding ccells_numbers(const void *bytes, const uint32_t *ends, size_t count,
                                      double *values, uint8_t *decimals,
                                      ccells_processor processor);

#ifdef __cplusplus
}
#endif
#endif
