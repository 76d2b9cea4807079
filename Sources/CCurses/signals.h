#ifndef SHORTLIST_SIGNALS_H
#define SHORTLIST_SIGNALS_H

#include <stddef.h>
#include <termios.h>

/// Takes the signals over; `farewell` is sent when the process dies of one.
void signals_take(const char *farewell, size_t length, const struct termios *found);
/// Gives them back as they were.
void signals_give_back(void);
/// While the terminal belongs to another program, dying leaves it alone.
void signals_set_in_charge(int is_in_charge);
/// Stops the process group and returns when it is continued.
void signals_stop_process(void);

#endif
