// expat: the XML of workbooks, read as it goes by.
#ifndef MIGRATIONSTATS_CEXPAT_SHIM_H
#define MIGRATIONSTATS_CEXPAT_SHIM_H

#include <expat.h>

#endif
