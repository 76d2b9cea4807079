#ifndef SHORTLIST_CCURL_H
#define SHORTLIST_CCURL_H

// Nothing to call: what is defined here takes the place of libcurl when the program is linked.

#endif
