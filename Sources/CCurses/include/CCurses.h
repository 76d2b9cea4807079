#ifndef SHORTLIST_CCURSES_H
#define SHORTLIST_CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One terminal per process, as curses has it; all but terminal_wake is for one thread.

typedef enum {
  TERMINAL_STARTED = 0,
  TERMINAL_NOT_A_TTY,
  TERMINAL_UNKNOWN,
  TERMINAL_TOO_DUMB,
} terminal_start_result;

/// Takes over the terminal of standard input and output, and the signals that concern it.
terminal_start_result terminal_start(bool mouse);
/// Gives terminal and signals back; does nothing when not started.
void terminal_stop(void);

/// Leaves the terminal to another program until terminal_return.
void terminal_leave(void);
void terminal_return(void);
/// Stops the process as Ctrl-Z would; returns when it is continued, the screen taken back.
void terminal_suspend(void);

/// Asks the terminal for its size and lets curses know.
void terminal_size(int *width, int *height);

/// 0 without colors, 1 << 24 where colors are given as red, green and blue.
int terminal_colors(void);
/// Colors count from 0; -1 is the terminal's own. The first pair is 1.
void terminal_define_pair(int pair, int foreground, int background);

enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_ITALIC = 4,
  TERMINAL_UNDERLINE = 8,
  TERMINAL_REVERSE = 16,
};

/// Puts clean UTF-8 that fits its row; pair 0 is the terminal's own colors.
void terminal_put(
    int row, int column, const uint8_t *text, size_t length, unsigned attributes, int pair);
void terminal_refresh(int cursor_row, int cursor_column);
/// The next refresh sends everything.
void terminal_redraw(void);
/// Sends bytes past curses: sequences that it does not know.
void terminal_send(const uint8_t *bytes, size_t length);

typedef enum {
  TERMINAL_INPUT_NONE = 0,
  TERMINAL_INPUT_CHARACTER,
  TERMINAL_INPUT_KEY,
  TERMINAL_INPUT_MOUSE,
  TERMINAL_INPUT_PASTE_BEGINS,
  TERMINAL_INPUT_PASTE_ENDS,
  TERMINAL_INPUT_OTHER,
} terminal_input_kind;

enum {
  TERMINAL_KEY_UP = 1, TERMINAL_KEY_DOWN, TERMINAL_KEY_RIGHT, TERMINAL_KEY_LEFT,
  TERMINAL_KEY_HOME, TERMINAL_KEY_END, TERMINAL_KEY_PAGE_UP, TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_INSERT, TERMINAL_KEY_DELETE, TERMINAL_KEY_BACKSPACE, TERMINAL_KEY_ENTER,
  TERMINAL_KEY_TAB,
  /// F1 is one more than this.
  TERMINAL_KEY_FUNCTION = 100,
};

enum { TERMINAL_CLICK = 1, TERMINAL_DOUBLE_CLICK, TERMINAL_WHEEL_UP, TERMINAL_WHEEL_DOWN };

typedef struct {
  terminal_input_kind kind;
  /// A scalar, or a TERMINAL_KEY, or what the mouse did.
  int32_t value;
  /// 1 shift, 2 alternate, 4 control, as xterm adds them.
  int32_t modifiers;
  int32_t row;
  int32_t column;
} terminal_input;

/// What was typed and not read, without waiting for more than the rest of an escape sequence.
terminal_input terminal_read(void);

enum {
  TERMINAL_READABLE = 1,
  TERMINAL_WOKEN = 2,
  TERMINAL_RESIZED = 4,
  TERMINAL_TERMINATE = 8,
  TERMINAL_STOPPED = 16,
  TERMINAL_CONTINUED = 32,
};

/// Waits for input, a signal or terminal_wake; forever with a negative time. Returns what came.
unsigned terminal_wait(int milliseconds);
/// Ends the wait of terminal_wait; from any thread.
void terminal_wake(void);

#endif
