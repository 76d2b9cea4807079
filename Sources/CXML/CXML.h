/* libxml2 may be built over ICU, whose headers clash with those inside of Foundation. Only the
   layout of the encoding handlers hangs on it, and those are never touched from Swift. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* `xmlFree` is a variable, which Swift 6 refuses as shared state. */
static inline void cxml_free(void *memory) { xmlFree(memory); }
