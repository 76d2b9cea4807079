#ifndef SHORTLIST_CCURL_H
#define SHORTLIST_CCURL_H

// Beside what takes the place of libcurl when the program is linked.

/// Whether libcurl is there with all that is called; it is loaded when it is asked for first.
_Bool shortlist_can_fetch(void);

#endif
