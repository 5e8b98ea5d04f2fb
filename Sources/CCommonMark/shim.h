// GitHub's CommonMark, the field's standard library for Markdown, with its extensions for tables.
#ifndef MIGRATIONSTATS_CCOMMONMARK_SHIM_H
#define MIGRATIONSTATS_CCOMMONMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
