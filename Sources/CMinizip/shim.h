// minizip, which comes with zlib: the directory and the members of ZIP archives.
//
// The folder of the header differs between systems, and pkg-config names it on some only.
#ifndef MIGRATIONSTATS_CMINIZIP_SHIM_H
#define MIGRATIONSTATS_CMINIZIP_SHIM_H

#if __has_include(<minizip/unzip.h>)
#include <minizip/unzip.h>
#else
#include <unzip.h>
#endif

#endif
