#include "CCurl.h"

// A release carries the Swift libraries in itself, and the one that fetches is the only one to want
// libcurl, which brings some forty libraries with it: to load them takes longer than to show the
// first screen. So the functions that it calls are defined here, and find the real ones when they
// are called first.
#if defined(__linux__) && !defined(DEBUG)

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

typedef void *word;
// All that is handed over are pointers and whole numbers, six at the most, so that on Linux they
// lie in the same registers whatever the real function declares.
typedef word (*function)(word, word, word, word, word, word);

#define EACH(use) \
  use(curl_easy_cleanup) \
  use(curl_easy_getinfo) \
  use(curl_easy_init) \
  use(curl_easy_pause) \
  use(curl_easy_setopt) \
  use(curl_easy_strerror) \
  use(curl_free) \
  use(curl_global_init) \
  use(curl_multi_add_handle) \
  use(curl_multi_assign) \
  use(curl_multi_cleanup) \
  use(curl_multi_info_read) \
  use(curl_multi_init) \
  use(curl_multi_remove_handle) \
  use(curl_multi_setopt) \
  use(curl_multi_socket_action) \
  use(curl_slist_append) \
  use(curl_slist_free_all) \
  use(curl_url) \
  use(curl_url_get) \
  use(curl_url_set) \
  use(curl_version) \
  use(curl_version_info)

#define PLACE(name) at_##name,
#define NAME(name) #name,
#define FUNCTION(name) \
  word name(word a, word b, word c, word d, word e, word f) { \
    return real(at_##name)(a, b, c, d, e, f); \
  }

enum { EACH(PLACE) function_count };
static const char *const names[] = {EACH(NAME)};
static word found[function_count];
static _Bool is_whole;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  word library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  for (int place = 0; place < function_count; place++) {
    found[place] = dlsym(library, names[place]);
    if (found[place] == NULL) return;
  }
  is_whole = 1;
}

_Bool shortlist_can_fetch(void) {
  pthread_once(&once, find);
  return is_whole;
}

static function real(int place) {
  // Whoever fetches has asked before.
  if (!shortlist_can_fetch()) abort();
  return (function)found[place];
}

EACH(FUNCTION)

#else

_Bool shortlist_can_fetch(void) { return 1; }

#endif
