// Loops over very many numbers that take what vectors the processor has. Swift compiles for the
// oldest processor of a kind; these loops are compiled for newer ones as well, and each process
// takes those of the processor at hand.
//
// They work on rows of eight numbers, one of each of eight series. As a series keeps to a lane of
// its own, and no multiplication is fused with an addition, the results have the same bits on any
// processor.
#ifndef MIGRATIONSTATS_CVECTORS_H
#define MIGRATIONSTATS_CVECTORS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Puts series of `count` values each, which lie one after the other, side by side: `count` rows. Of
// 1 to 8 series, the last stands in for those that lack. Writes a row of the first values that are
// numbers, one of the least, and one of the greatest; where there are no numbers, not a number, and
// the infinities, positive and negative. Writes a row of ones for series in which a number, or the
// one before it, is `factor` times the other at least, and noughts for others.
void cvectors_rows(const double *values, size_t series, size_t count, double factor, double *rows,
                   double *firsts, double *least, double *greatest, double *jumps);

// Replaces numbers by the natural logarithms of their ratios to the reference of their lane. All are
// to be from 2^-500 to 2^500; what is not a number stays so. Fetches as many values as the rows hold
// from `next` on into the cache meanwhile: the arithmetic leaves the memory idle, and series read
// side by side are no pattern that processors foresee. `next` may be the end of all values.
void cvectors_log_ratios(double *rows, size_t count, const double *references, const double *next);

// Sums over the numbers of each lane, five rows: how many, their times, squares of times, the
// numbers, and products of numbers and times.
void cvectors_sums(const double *rows, const double *times, size_t count, double *sums);

// Sums over what a line for each lane leaves of its numbers, four rows: the rests, their products
// with the times, their squares, and their products with the rest of the number before.
void cvectors_rests(const double *rows, const double *times, size_t count, const double *constants,
                    const double *slopes, double *sums);

#ifdef __cplusplus
}
#endif
#endif
