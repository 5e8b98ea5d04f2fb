// OpenBLAS exports LAPACK's Fortran routines, but its own headers declare only the BLAS, and
// Debian's OpenBLAS ships no LAPACKE. Declared here are the routines that Algebra/ calls and
// no others. The hidden lengths of their character arguments are declared as gfortran passes
// them.
#ifndef MIGRATIONSTATS_CBLAS_SHIM_H
#define MIGRATIONSTATS_CBLAS_SHIM_H

#include <stddef.h>
// Where Debian keeps it whichever BLAS is selected, where Fedora does, and where the rest do.
#if __has_include(<openblas-pthread/cblas.h>)
#include <openblas-pthread/cblas.h>
#elif __has_include(<openblas/cblas.h>)
#include <openblas/cblas.h>
#else
#include <cblas.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

// QR factorisation of an m x n matrix, column by column in memory (LAPACK 3, dgeqrf).
void dgeqrf_(const int *m, const int *n, double *a, const int *lda, double *tau, double *work,
             const int *lwork, int *info);

// Multiplies by the Q of dgeqrf, or by its transpose (LAPACK 3, dormqr).
void dormqr_(const char *side, const char *trans, const int *m, const int *n, const int *k,
             const double *a, const int *lda, const double *tau, double *c, const int *ldc,
             double *work, const int *lwork, int *info, size_t side_length, size_t trans_length);

// Solves a triangular system and reports a zero on the diagonal (LAPACK 3, dtrtrs).
void dtrtrs_(const char *uplo, const char *trans, const char *diag, const int *n, const int *nrhs,
             const double *a, const int *lda, double *b, const int *ldb, int *info,
             size_t uplo_length, size_t trans_length, size_t diag_length);

// The types of what Algebra/OpenBLAS.swift looks up, so that the headers remain the law.
typedef __typeof__(cblas_dgemm) *cblas_dgemm_function;
typedef __typeof__(cblas_dsyrk) *cblas_dsyrk_function;
typedef __typeof__(dgeqrf_) *dgeqrf_function;
typedef __typeof__(dormqr_) *dormqr_function;
typedef __typeof__(dtrtrs_) *dtrtrs_function;
typedef __typeof__(openblas_get_config) *openblas_get_config_function;
typedef __typeof__(openblas_get_num_threads) *openblas_get_num_threads_function;
typedef __typeof__(openblas_set_num_threads) *openblas_set_num_threads_function;

#ifdef __cplusplus
}
#endif
#endif
