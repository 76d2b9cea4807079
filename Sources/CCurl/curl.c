#include "CCurl.h"

// A release carries the Swift libraries in itself, and the one that fetches is the only one to want
// libcurl, which brings some forty libraries with it: to load them takes longer than to show the
// first screen. So the functions that it calls are defined here, and find the real ones when they
// are called first.
#if defined(__linux__) && !defined(DEBUG)

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

typedef void *word;
// All that is handed over are pointers and whole numbers, six at the most, so that on Linux they
// lie in the same registers whatever the real function declares.
typedef word (*function)(word, word, word, word, word, word);

static word found(const char *name) {
  word library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  word address = library == NULL ? NULL : dlsym(library, name);
  if (address == NULL) {
    fprintf(stderr, "shortlist: nothing can be fetched: %s\n", dlerror());
    exit(1);
  }
  return address;
}

#define LATE(name) \
  word name(word a, word b, word c, word d, word e, word f) { \
    static _Atomic(word) known; \
    word address = atomic_load_explicit(&known, memory_order_relaxed); \
    if (address == NULL) atomic_store(&known, address = found(#name)); \
    return ((function)address)(a, b, c, d, e, f); \
  }

LATE(curl_easy_cleanup)
LATE(curl_easy_getinfo)
LATE(curl_easy_init)
LATE(curl_easy_pause)
LATE(curl_easy_setopt)
LATE(curl_easy_strerror)
LATE(curl_free)
LATE(curl_global_init)
LATE(curl_multi_add_handle)
LATE(curl_multi_assign)
LATE(curl_multi_cleanup)
LATE(curl_multi_info_read)
LATE(curl_multi_init)
LATE(curl_multi_remove_handle)
LATE(curl_multi_setopt)
LATE(curl_multi_socket_action)
LATE(curl_slist_append)
LATE(curl_slist_free_all)
LATE(curl_url)
LATE(curl_url_get)
LATE(curl_url_set)
LATE(curl_version)
LATE(curl_version_info)

#endif
