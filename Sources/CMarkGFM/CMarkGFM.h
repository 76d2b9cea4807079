#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Memory for one document: taken piece by piece from a few large blocks, given back all at once.
   cmark asks for some hundreds of small pieces for a page, and frees each. */

typedef struct ccmark_block {
  struct ccmark_block *earlier;
  size_t size, used;
} ccmark_block;

/* The newest block of the document that this thread reads. */
static inline ccmark_block **ccmark_current(void) {
  static _Thread_local ccmark_block *current;
  return &current;
}

static inline void *ccmark_take(size_t size) {
  /* Before each piece stands its size, which growing it needs; both keep to 16 bytes. */
  if (size > SIZE_MAX / 2) abort();
  size_t whole = ((size + 15) & ~(size_t)15) + 16;
  ccmark_block *block = *ccmark_current();
  if (!block || block->size - block->used < whole) {
    size_t room = whole + sizeof(ccmark_block) > 49152 ? whole + 64 : 49152;
    ccmark_block *next = malloc(room);
    if (!next) abort();
    next->earlier = block;
    next->size = room;
    next->used = (sizeof(ccmark_block) + 15) & ~(size_t)15;
    *ccmark_current() = block = next;
  }
  char *piece = (char *)block + block->used;
  block->used += whole;
  *(size_t *)piece = size;
  return piece + 16;
}

static inline void *ccmark_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(ccmark_take(count * size), 0, count * size);
}

static inline void *ccmark_realloc(void *old, size_t size) {
  size_t known = old ? *(size_t *)((char *)old - 16) : 0;
  if (old && known >= size) return old;
  void *piece = ccmark_take(size);
  if (old) memcpy(piece, old, known);
  return piece;
}

static inline void ccmark_free(void *piece) { (void)piece; }

/* A parser whose document lives until `ccmark_end`, on this thread. */
static inline cmark_parser *ccmark_begin(int options) {
  static cmark_mem memory = {ccmark_calloc, ccmark_realloc, ccmark_free};
  return cmark_parser_new_with_mem(options, &memory);
}

/* Frees what was taken since `mark`, which is what `ccmark_mark` answered before the parser was
   made: a page within a page ends before the outer one. */
static inline void *ccmark_mark(void) {
  ccmark_block *outer = *ccmark_current();
  *ccmark_current() = NULL;
  return outer;
}

static inline void ccmark_end(void *mark) {
  ccmark_block *block = *ccmark_current();
  while (block) {
    ccmark_block *earlier = block->earlier;
    free(block);
    block = earlier;
  }
  *ccmark_current() = (ccmark_block *)mark;
}
