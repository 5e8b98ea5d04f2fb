#include "CVectors.h"

#include <stdint.h>

// Processors with fused multiplication would round once where others round twice.
#pragma STDC FP_CONTRACT OFF

// To choose at the start of a process takes indirect functions: glibc has them, musl has not.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define EACH_PROCESSOR
#endif

#define WIDTH 8

typedef double Lanes __attribute__((ext_vector_type(WIDTH), aligned(8), may_alias));
typedef uint64_t Bits __attribute__((ext_vector_type(WIDTH), aligned(8), may_alias));

#define LOAD(pointer) (*(const Lanes *)(pointer))
#define STORE(pointer) (*(Lanes *)(pointer))
#define BITS(lanes) (*(const Bits *)&(lanes))
#define LANES(bits) (*(const Lanes *)&(bits))

EACH_PROCESSOR
void cvectors_rows(const double *values, size_t series, size_t count, double factor, double *rows,
                   double *firsts, double *least, double *greatest, double *jumps) {
  const double *lanes[WIDTH];
  for (size_t lane = 0; lane < WIDTH; lane++)
    lanes[lane] = values + (lane < series ? lane : series - 1) * count;
  for (size_t index = 0; count < WIDTH && index < count; index++)
    for (size_t lane = 0; lane < WIDTH; lane++) rows[WIDTH * index + lane] = lanes[lane][index];
  for (size_t start = 0; count >= WIDTH && start < count; start += WIDTH) {
    // The last square begins within the one before it.
    const size_t index = start + WIDTH <= count ? start : count - WIDTH;
    double *square = rows + WIDTH * index;
    Lanes a[WIDTH], b[WIDTH];
    for (size_t lane = 0; lane < WIDTH; lane++) a[lane] = LOAD(lanes[lane] + index);
    // A square is transposed in three steps: fours of numbers change places, pairs, then numbers.
    for (size_t lane = 0; lane < 4; lane++) {
      b[lane] = __builtin_shufflevector(a[lane], a[lane + 4], 0, 1, 2, 3, 8, 9, 10, 11);
      b[lane + 4] = __builtin_shufflevector(a[lane], a[lane + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
    for (size_t half = 0; half < WIDTH; half += 4)
      for (size_t lane = half; lane < half + 2; lane++) {
        a[lane] = __builtin_shufflevector(b[lane], b[lane + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        a[lane + 2] = __builtin_shufflevector(b[lane], b[lane + 2], 2, 3, 10, 11, 6, 7, 14, 15);
      }
    for (size_t lane = 0; lane < WIDTH; lane += 2) {
      STORE(square + WIDTH * lane) =
          __builtin_shufflevector(a[lane], a[lane + 1], 0, 8, 2, 10, 4, 12, 6, 14);
      STORE(square + WIDTH * (lane + 1)) =
          __builtin_shufflevector(a[lane], a[lane + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
  }
  const Lanes zero = 0;
  Lanes first = __builtin_nan(""), low = __builtin_inf(), high = -__builtin_inf();
  Lanes before = first, jump = 0;
  for (size_t index = 0; index < count; index++) {
    const Lanes value = LOAD(rows + WIDTH * index);
    first = first == first ? first : value;
    low = value < low ? value : low;
    high = value > high ? value : high;
    jump = value >= factor * before ? zero + 1 : jump;
    jump = before >= factor * value ? zero + 1 : jump;
    before = value == value ? value : before;
  }
  STORE(firsts) = first;
  STORE(least) = low;
  STORE(greatest) = high;
  STORE(jumps) = jump;
}

// With a ratio of 2^k (1 + f), sqrt(1/2) <= 1 + f < sqrt(2), and s = f/(2 + f), log(1 + f) is
// f - s (f - z P(z)), z = s^2 and P the polynomial nearest to the series 2/3 + 2/5 z + 2/7 z^2 + ...
// (found by Remez's exchange; 2^-58 of the logarithm). f comes from the difference of the numbers,
// which is exact where they are near one another, so that small logarithms keep all their digits.
EACH_PROCESSOR
void cvectors_log_ratios(double *rows, size_t count, const double *references, const double *next) {
  const Lanes reference = LOAD(references);
  const Lanes reciprocal = 1 / reference;
  const uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
  for (size_t index = 0; index < count; index++) {
    __builtin_prefetch((const void *)((uintptr_t)next + WIDTH * sizeof(double) * index));
    const Lanes value = LOAD(rows + WIDTH * index);
    const Lanes ratio = value * reciprocal;
    // The exponent of the ratio, one more where its mantissa is the root of 2 at least.
    const Bits exponent = (BITS(ratio) + (one - root_half)) >> 52;
    // As the low bits of 2^52, a whole number is a double.
    const Bits number = exponent | 0x4330000000000000;
    const Lanes twos = LANES(number) - (0x1p52 + 1023);
    const Bits scaled = BITS(value) - ((exponent << 52) - one);
    const Lanes near = LANES(scaled);
    const Lanes difference = near - reference;
    const Lanes f = difference * reciprocal;
    const Lanes s = difference / (near + reference);
    const Lanes z = s * s;
    Lanes series = z * 0x1.2b662aab251bfp-3 + 0x1.39fd34000e941p-3;
    series = series * z + 0x1.7462be2d02acep-3;
    series = series * z + 0x1.c71c62c214a89p-3;
    series = series * z + 0x1.2492492e0f066p-2;
    series = series * z + 0x1.99999999951bfp-2;
    series = series * z + 0x1.5555555555558p-1;
    // Log 2 in two parts, the first short enough that whole multiples of it are exact.
    const Lanes small = twos * 0x1.3de6af278ece6p-42 - s * (f - z * series);
    const Lanes log = twos * 0x1.62e42fefa3000p-1 + (f + small);
    STORE(rows + WIDTH * index) = value == value ? log : value;
  }
}

EACH_PROCESSOR
void cvectors_sums(const double *rows, const double *times, size_t count, double *sums) {
  const Lanes zero = 0;
  Lanes weights = 0, counted = 0, squares = 0, total = 0, products = 0;
  for (size_t index = 0; index < count; index++) {
    const Lanes value = LOAD(rows + WIDTH * index);
    const Lanes time = times[index];
    weights += value == value ? zero + 1 : zero;
    counted += value == value ? time : zero;
    squares += value == value ? time * time : zero;
    total += value == value ? value : zero;
    products += value == value ? value * time : zero;
  }
  STORE(sums) = weights;
  STORE(sums + WIDTH) = counted;
  STORE(sums + 2 * WIDTH) = squares;
  STORE(sums + 3 * WIDTH) = total;
  STORE(sums + 4 * WIDTH) = products;
}

EACH_PROCESSOR
void cvectors_rests(const double *rows, const double *times, size_t count, const double *constants,
                    const double *slopes, double *sums) {
  const Lanes constant = LOAD(constants), slope = LOAD(slopes), zero = 0;
  Lanes total = 0, products = 0, squares = 0, neighbours = 0, before = 0;
  for (size_t index = 0; index < count; index++) {
    const Lanes value = LOAD(rows + WIDTH * index);
    const Lanes time = times[index];
    const Lanes rest = value == value ? value - constant - time * slope : zero;
    total += rest;
    products += rest * time;
    squares += rest * rest;
    neighbours += before * rest;
    before = value == value ? rest : before;
  }
  STORE(sums) = total;
  STORE(sums + WIDTH) = products;
  STORE(sums + 2 * WIDTH) = squares;
  STORE(sums + 3 * WIDTH) = neighbours;
}
