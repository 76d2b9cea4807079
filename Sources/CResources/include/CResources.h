#ifndef SHORTLIST_CRESOURCES_H
#define SHORTLIST_CRESOURCES_H

#include <stddef.h>

/// A file of Resources, as bytes inside the executable.
typedef struct {
  /// Path below Resources, as in "vocabulary/currencies.tsv".
  const char *name;
  const unsigned char *bytes;
  size_t size;
} shortlist_resource;

/// The embedded files; `*count` receives how many there are.
const shortlist_resource *shortlist_resources(size_t *count);

#endif
