#include "CCells.h"

// Elsewhere than on Linux with glibc the compiler may lack what tells processors apart.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#include <immintrin.h>
#define WITH_AVX2 __attribute__((target("arch=x86-64-v3")))
#define WITH_AVX512 __attribute__((target("arch=x86-64-v4,avx512vbmi2")))
#endif

// Into the function for each generation of processors, so that it is compiled for that one.
#define INLINE static inline __attribute__((always_inline))

#define WIDTH 64

typedef uint8_t Block __attribute__((ext_vector_type(WIDTH), aligned(1), may_alias));
typedef bool Mask __attribute__((ext_vector_type(WIDTH)));

#define PLACES(lanes) __builtin_bit_cast(uint64_t, __builtin_convertvector(lanes, Mask))

static const uint64_t all = ~(uint64_t)0;

// A bit for each byte of a block that is the one given.
INLINE uint64_t places(const uint8_t *block, uint8_t byte) {
  return PLACES(*(const Block *)block == (Block)byte);
}

// A bit for each byte of a block that is beyond ASCII.
INLINE uint64_t foreign(const uint8_t *block) {
  return PLACES(*(const Block *)block >= (Block)0x80);
}

// A bit for each place up to which, itself included, an odd number of bits is set.
INLINE uint64_t toggled(uint64_t bits) {
  for (int shift = 1; shift < WIDTH; shift *= 2) bits ^= bits << shift;
  return bits;
}

INLINE size_t number(uint64_t bits) { return (size_t)__builtin_popcountll(bits); }

// Writes the places of bits, twelve at a time, and what comes behind the last. Few blocks have more
// than twelve, and where a loop ends that was foreseen to go on, the processor begins anew.
INLINE void write_twelves(uint64_t bits, size_t index, uint32_t *separators) {
  do {
    for (int place = 0; place < 12; place++, bits &= bits - 1)
      *separators++ = (uint32_t)index + (bits ? (uint32_t)__builtin_ctzll(bits) : WIDTH);
  } while (bits != 0);
}

#ifdef WITH_AVX512
// Writes the places of bits, sixteen at a time, and what comes behind the last.
WITH_AVX512 static inline void write_sixteens(uint64_t bits, size_t index, uint32_t *separators) {
  static const uint8_t offsets[WIDTH] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i base = _mm512_set1_epi32((int)index);
  __m512i kept = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(offsets));
  for (size_t place = 0, count = number(bits); place == 0 || place < count; place += 16) {
    const __m512i wide = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(kept));
    _mm512_storeu_si512(separators + place, _mm512_add_epi32(base, wide));
    kept = _mm512_shuffle_i32x4(kept, kept, _MM_SHUFFLE(0, 3, 2, 1));
  }
}
#endif

INLINE ccells_finding scan(ccells_text text, bool breaks_at_returns, bool writes_sixteens,
                           uint32_t *separators) {
  ccells_finding finding = {0};
  uint64_t inside = 0, after_separator = 1, after_close = 0, after_return = 0;
  uint64_t odd = 0, returned = 0, nul = 0, beyond = 0;
  for (size_t index = text.start; index < text.count && finding.end == 0; index += WIDTH) {
    const uint8_t *block = (const uint8_t *)text.bytes + index;
    const size_t left = text.count - index;
    uint64_t valid = left >= WIDTH ? all : all >> (WIDTH - left);
    const uint64_t feeds = places(block, '\n'), returns = places(block, '\r');
    const uint64_t delimiters = places(block, text.delimiter);
    const uint64_t quotes = places(block, text.quote) & valid;
    // Set from an opening quote to the byte before the closing one.
    const uint64_t quoted = (quotes != 0 ? toggled(quotes) : 0) ^ inside;
    const uint64_t outside = ~quoted & valid;
    inside = 0 - (quoted >> 63);
    // The LF of a CRLF parts nothing more, but a cell begins behind it.
    uint64_t breaks = feeds, begins = (feeds | delimiters) & outside;
    if (breaks_at_returns) {
      breaks = returns | (feeds & ~(returns << 1 | after_return));
      begins |= returns & outside;
      after_return = returns >> 63;
    }
    const uint64_t separating = (breaks | delimiters) & outside;
    // A quote opens at the start of a cell, or, doubled, behind one that closes; what closes one is
    // followed by a separator or by its double.
    if ((quotes | after_close) != 0) {
      const uint64_t opening = quotes & quoted, closing = quotes & ~quoted;
      const uint64_t closed = closing << 1 | after_close;
      odd |= opening & ~(begins << 1 | after_separator | closed);
      odd |= closed & valid & ~(separating | opening);
      after_close = closing >> 63;
    }
    after_separator = begins >> 63;
    if (index + WIDTH > text.limit) {
      const uint64_t behind = index >= text.limit ? all : all << (text.limit - index);
      const uint64_t late = separating & ~delimiters & behind;
      if (late != 0) {
        const int last = __builtin_ctzll(late);
        valid &= all >> (WIDTH - 1 - last);
        finding.end = index + (size_t)last + 1;
        inside = 0;
      }
    }
#ifdef WITH_AVX512
    if (writes_sixteens)
      write_sixteens(separating & valid, index, separators + finding.count);
    else
#endif
      write_twelves(separating & valid, index, separators + finding.count);
    finding.count += number(separating & valid);
    finding.line_breaks += number(breaks & valid);
    returned |= returns & valid;
    nul |= places(block, 0) & valid;
    beyond |= foreign(block) & valid;
  }
  finding.is_open = inside != 0;
  finding.is_odd = odd != 0;
  finding.has_returns = returned != 0;
  finding.has_nul = nul != 0;
  finding.is_foreign = beyond != 0;
  return finding;
}

INLINE ccells_finding scan_way(ccells_text text, bool writes_sixteens, uint32_t *separators) {
  return text.breaks_at_returns ? scan(text, true, writes_sixteens, separators)
                                : scan(text, false, writes_sixteens, separators);
}

INLINE bool is_break(uint8_t byte) { return byte == '\n' || byte == '\r'; }

// Whether a cell has something in it for certain.
INLINE bool is_filled(const ccells_form *form, const uint8_t *cell) {
  const uint8_t byte = *cell == form->quote ? cell[1] : *cell;
  return byte > 0x20 && byte != form->quote && byte != form->delimiter;
}

// Whether a first cell may be that of the header: it begins alike, or with white space.
INLINE bool may_repeat_header(const ccells_form *form, const uint8_t *cell) {
  const uint8_t *content = *cell == form->quote ? cell + 1 : cell;
  uint64_t word;
  __builtin_memcpy(&word, content, sizeof word);
  return ((word ^ form->header_word) & form->header_mask) == 0 || *content <= 0x20 ||
         *content == 0xC2;
}

// How many cells it takes to see that a row is a plain one; 0 where that is not certain.
INLINE size_t cells_to_tell(const ccells_form *form, const uint8_t *bytes, size_t start,
                            const uint32_t *ends) {
  size_t column = 0, next = start;
  for (int filled = 0; filled < 2; column++) {
    if (column == form->columns) return 0;
    if (is_filled(form, bytes + next)) filled++;
    next = (size_t)ends[column] + 1;
  }
  return may_repeat_header(form, bytes + start) ? 0 : column;
}

// How many cells of a row end before a number of bytes.
INLINE size_t cells_before(size_t bytes, size_t start, const uint32_t *ends, size_t width) {
  size_t cells = 0;
  while (cells < width && ends[cells] - start < bytes) cells++;
  return cells;
}

INLINE size_t rows(const ccells_form *form, size_t start, const uint32_t *separators, size_t count,
                   size_t done, uint32_t *starts, uint32_t *ends, uint8_t *repeated) {
  const uint8_t *bytes = form->bytes;
  const size_t width = form->width;
  // Of a row whose first cells are those of the row above, it is known that it is plain.
  size_t row = done, told = width + 1;
  for (size_t index = 0; index + width <= count; index += width, row++) {
    const uint32_t *cells = separators + index;
    const size_t end = cells[width - 1];
    if (!is_break(bytes[end])) break;
    size_t cell = form->is_even ? width - 1 : 0;
    while (cell < width - 1 && !is_break(bytes[cells[cell]])) cell++;
    if (cell < width - 1) break;
    cell = form->columns;
    while (cell < width && cells[cell] == cells[cell - 1] + 1) cell++;
    if (cell < width) break;
    size_t same = 0;
    if (row > 0) {
      const uint64_t other = ~PLACES(*(const Block *)(bytes + start) ==
                                     *(const Block *)(bytes + starts[row - 1]));
      const size_t alike = other != 0 ? (size_t)__builtin_ctzll(other) : WIDTH;
      same = cells_before(alike, start, cells, width);
    }
    if (same < told) {
      told = cells_to_tell(form, bytes, start, cells);
      if (told == 0) break;
    }
    starts[row] = (uint32_t)start;
    repeated[row] = same < UINT8_MAX ? (uint8_t)same : UINT8_MAX;
    uint32_t *kept = ends + row * width;
    if (kept != cells) __builtin_memmove(kept, cells, width * sizeof *cells);
    start = end + 1;
    if (form->breaks_at_returns && bytes[end] == '\r' && bytes[start] == '\n') start++;
  }
  return row - done;
}

typedef uint8_t Sixteen __attribute__((ext_vector_type(16), aligned(1), may_alias));
typedef bool SixteenMask __attribute__((ext_vector_type(16)));

#define SIXTEEN_PLACES(lanes) \
  __builtin_bit_cast(uint16_t, __builtin_convertvector(lanes, SixteenMask))

// From the place of a cell's length on, which of the sixteen bytes before its end are its own.
static const uint8_t own[48] = {[16 ... 47] = 0xFF};

// By the place of the dot among sixteen bytes, or sixteen, how many decimals there are.
static const uint8_t decimals_behind[17] = {15, 14, 13, 12, 11, 10, 9, 8, 7,
                                            6,  5,  4,  3,  2,  1,  0, 0};
static const double powers[16] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Sixteen digits without the dot: the bytes before it move up onto its place.
INLINE Sixteen without_dot(Sixteen digits, unsigned dot) {
  if (dot == 16) return digits;
  const unsigned __int128 bytes = __builtin_bit_cast(unsigned __int128, digits);
  const unsigned __int128 before = ((unsigned __int128)1 << (8 * dot)) - 1;
  return __builtin_bit_cast(Sixteen, (bytes & ~before << 8) | (bytes & before) << 8);
}

INLINE uint64_t number_of_eight(uint64_t digits) {
  digits = (digits * 2561) >> 8;
  digits = ((digits & 0x00FF00FF00FF00FF) * 6553601) >> 16;
  return ((digits & 0x0000FFFF0000FFFF) * 42949672960001) >> 32;
}

// The number that sixteen digits make, the first of them lowest.
INLINE uint64_t number_of(Sixteen digits) {
  uint64_t eights[2];
  __builtin_memcpy(eights, &digits, sizeof eights);
  return number_of_eight(eights[0]) * 100000000 + number_of_eight(eights[1]);
}

#ifdef WITH_AVX512
// For each place of the dot, or sixteen, where each byte comes from.
#define FROM(place, dot) ((place) > (dot) ? (place) : (place) == 0 ? 0x80 : (place)-1)
#define MOVES(dot)                                                                           \
  {FROM(0, dot),  FROM(1, dot),  FROM(2, dot),  FROM(3, dot), FROM(4, dot),  FROM(5, dot),   \
   FROM(6, dot),  FROM(7, dot),  FROM(8, dot),  FROM(9, dot), FROM(10, dot), FROM(11, dot),  \
   FROM(12, dot), FROM(13, dot), FROM(14, dot), FROM(15, dot)}
static const uint8_t moves[17][16] __attribute__((aligned(16))) = {
    MOVES(0),  MOVES(1),  MOVES(2),  MOVES(3),  MOVES(4),  MOVES(5),
    MOVES(6),  MOVES(7),  MOVES(8),  MOVES(9),  MOVES(10), MOVES(11),
    MOVES(12), MOVES(13), MOVES(14), MOVES(15), MOVES(-1)};

WITH_AVX2 static inline Sixteen without_dot_fast(Sixteen digits, unsigned dot) {
  return (Sixteen)_mm_shuffle_epi8((__m128i)digits, *(const __m128i *)moves[dot]);
}

WITH_AVX2 static inline uint64_t number_of_fast(Sixteen digits) {
  const __m128i twos = _mm_maddubs_epi16((__m128i)digits, _mm_set1_epi16(0x010A));
  const __m128i fours = _mm_madd_epi16(twos, _mm_set1_epi32(0x00010064));
  const __m128i packed = _mm_packus_epi32(fours, fours);
  const __m128i eights = _mm_madd_epi16(packed, _mm_set1_epi32(0x00012710));
  const uint64_t pair = (uint64_t)_mm_cvtsi128_si64(eights);
  return (pair & 0xFFFFFFFF) * 100000000 + (pair >> 32);
}
#endif

INLINE ccells_numbers_finding numbers(const void *bytes, const uint32_t *ends, size_t count,
                                      bool is_fast, double *values, uint8_t *decimals) {
  const uint8_t *text = bytes;
  const uint64_t no_value = 0x7FF8000000000000;
  ccells_numbers_finding finding = {0};
  // What is odd is gathered, and looked at once for all cells: hardly any are.
  bool has_signs = false, has_many = false;
  uint32_t dots = 0, places = 0;
  Sixteen above = 0;
  for (size_t cell = 0, start = (size_t)ends[-1] + 1; cell < count; cell++) {
    const size_t end = ends[cell];
    const uint8_t first = text[start];
    uint64_t sign = 0;
    size_t length = end - start;
    start = end + 1;
    if ((uint8_t)(first - '1') > 8) {
      if (length == 0) {
        __builtin_memcpy(values + cell, &no_value, sizeof no_value);
        decimals[cell] = 0;
        finding.missing++;
        continue;
      }
      if (first == '-') {
        sign = (uint64_t)1 << 63;
        has_signs = true;
        if (--length == 0) return finding;
      }
      if (length > 1 && text[end - length] == '0' && text[end - length + 1] != '.') return finding;
    }
    if (__builtin_expect(length > 15, false)) {
      if (length > 16) return finding;
      has_many = true;
    }
    Sixteen digits = *(const Sixteen *)(text + end - 16) ^ (Sixteen)'0';
    digits &= *(const Sixteen *)(own + length);
    const uint32_t found = SIXTEEN_PLACES(digits == (Sixteen)('.' ^ '0')) | (uint32_t)1 << 16;
    const unsigned dot = (unsigned)__builtin_ctz(found);
    uint64_t number;
#ifdef WITH_AVX512
    if (is_fast) {
      digits = without_dot_fast(digits, dot);
      number = number_of_fast(digits);
    } else
#endif
    {
      digits = without_dot(digits, dot);
      number = number_of(digits);
    }
    above |= __builtin_elementwise_sub_sat(digits, (Sixteen)9);
    dots |= found;
    places |= dot;
    const uint64_t bits = __builtin_bit_cast(uint64_t, (double)(int64_t)number) | sign;
    __builtin_memcpy(values + cell, &bits, sizeof bits);
    decimals[cell] = decimals_behind[dot];
  }
  // Two dots in a cell, or a dot behind the last digit.
  finding.are_plain = SIXTEEN_PLACES(above != 0) == 0 && (dots >> 15 & 1) == 0;
  // More digits than a double has.
  for (size_t cell = 0; has_many && cell < count; cell++)
    finding.are_plain &= !(__builtin_fabs(values[cell]) >= 0x1p53);
  // Both are exact, so that the one division rounds correctly. Mostly all have as many decimals.
  const uint32_t dotted = dots & 0xFFFF;
  const bool are_alike = (places & 16) == 0 && dotted != 0 && (dotted & (dotted - 1)) == 0;
  const double power = are_alike ? powers[15 - __builtin_ctz(dotted)] : 1;
  for (size_t cell = 0; are_alike && cell < count; cell++) values[cell] /= power;
  for (size_t cell = 0; !are_alike && cell < count; cell++) values[cell] /= powers[decimals[cell]];
  finding.has_whole = (places & 16) != 0;
  finding.has_decimals = (dots & 0xEFFF) != 0;
  const bool has_thousandths = (dots & 0x1000) != 0;
  for (size_t cell = 0; (has_thousandths || has_signs) && cell < count; cell++) {
    const double size = __builtin_fabs(values[cell]);
    const bool may_group = size >= 1 && size < 1000;
    finding.has_groups |= decimals[cell] == 3 && may_group;
    finding.has_decimals |= decimals[cell] == 3 && !may_group;
    finding.are_plain &= size != 0 || !__builtin_signbit(values[cell]);
  }
  return finding;
}

#ifdef WITH_AVX512
WITH_AVX2 static ccells_numbers_finding numbers_with_avx2(const void *bytes, const uint32_t *ends,
                                                          size_t count, double *values,
                                                          uint8_t *decimals) {
  return numbers(bytes, ends, count, true, values, decimals);
}

WITH_AVX2 static ccells_finding scan_with_avx2(ccells_text text, uint32_t *separators) {
  return scan_way(text, false, separators);
}

WITH_AVX512 static ccells_finding scan_with_avx512(ccells_text text, uint32_t *separators) {
  return scan_way(text, true, separators);
}

WITH_AVX2 static size_t rows_with_avx2(const ccells_form *form, size_t start,
                                       const uint32_t *separators, size_t count, size_t done,
                                       uint32_t *starts, uint32_t *ends, uint8_t *repeated) {
  return rows(form, start, separators, count, done, starts, ends, repeated);
}

WITH_AVX512 static size_t rows_with_avx512(const ccells_form *form, size_t start,
                                           const uint32_t *separators, size_t count, size_t done,
                                           uint32_t *starts, uint32_t *ends, uint8_t *repeated) {
  return rows(form, start, separators, count, done, starts, ends, repeated);
}

ccells_processor ccells_processor_at_hand(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vbmi2"))
    return ccells_with_avx512;
  return __builtin_cpu_supports("x86-64-v3") ? ccells_with_avx2 : ccells_any_processor;
}
#else
ccells_processor ccells_processor_at_hand(void) { return ccells_any_processor; }
#endif

ccells_finding ccells_scan(ccells_text text, uint32_t *separators, ccells_processor processor) {
  switch (processor) {
#ifdef WITH_AVX512
    case ccells_with_avx512: return scan_with_avx512(text, separators);
    case ccells_with_avx2: return scan_with_avx2(text, separators);
#endif
    default: return scan_way(text, false, separators);
  }
}

size_t ccells_rows(const ccells_form *form, size_t start, const uint32_t *separators, size_t count,
                   size_t done, uint32_t *starts, uint32_t *ends, uint8_t *repeated,
                   ccells_processor processor) {
  switch (processor) {
#ifdef WITH_AVX512
    case ccells_with_avx512:
      return rows_with_avx512(form, start, separators, count, done, starts, ends, repeated);
    case ccells_with_avx2:
      return rows_with_avx2(form, start, separators, count, done, starts, ends, repeated);
#endif
    default: return rows(form, start, separators, count, done, starts, ends, repeated);
  }
}

ccells_numbers_finding ccells_numbers(const void *bytes, const uint32_t *ends, size_t count,
                                      double *values, uint8_t *decimals,
                                      ccells_processor processor) {
#ifdef WITH_AVX512
  if (processor != ccells_any_processor)
    return numbers_with_avx2(bytes, ends, count, values, decimals);
#endif
  return numbers(bytes, ends, count, false, values, decimals);
}
