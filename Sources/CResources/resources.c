#include "CResources.h"

static const shortlist_resource table[] = {
    {"", (const unsigned char *)"", 0},
};

const shortlist_resource *shortlist_resources(size_t *count) {
  *count = sizeof table / sizeof table[0];
  return table;
}
