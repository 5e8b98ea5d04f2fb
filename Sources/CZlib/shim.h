// zlib: what gzip files and the members of archives are packed with.
#ifndef MIGRATIONSTATS_CZLIB_SHIM_H
#define MIGRATIONSTATS_CZLIB_SHIM_H

#include <zlib.h>

#endif
