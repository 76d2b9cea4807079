#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

#include "CCurses.h"
#include "signals.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// curses' own codes end at KEY_MAX; these are defined by us.
enum {
  CODE_PASTE_BEGINS = KEY_MAX + 1,
  CODE_PASTE_ENDS,
  CODE_MODIFIED = KEY_MAX + 16,
};

static const char PASTE_ON[] = "\033[?2004h", PASTE_OFF[] = "\033[?2004l";
static const char MOUSE_OFF[] = "\033[?1006l\033[?1000l";

static SCREEN *screen;
static bool uses_mouse;
static bool ends_at_exit;
static int cursor_shown = -1;

static void send(const char *bytes) { terminal_send((const uint8_t *)bytes, strlen(bytes)); }

/// Appends a capability without its padding, `$<…>`.
static size_t append(char *target, size_t length, size_t room, const char *capability) {
  if (capability == NULL || capability == (char *)-1) return length;
  for (const char *c = capability; *c != 0 && length < room; c++) {
    if (c[0] == '$' && c[1] == '<') {
      while (*c != 0 && *c != '>') c++;
      if (*c == 0) break;
      continue;
    }
    target[length++] = *c;
  }
  return length;
}

static size_t farewell(char *target, size_t room) {
  size_t length = append(target, 0, room, PASTE_OFF);
  length = append(target, length, room, MOUSE_OFF);
  static const char *const names[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    length = append(target, length, room, tigetstr(names[i]));
  return length;
}

/// xterm's keys with modifiers: `CSI 1 ; 5 A`, `CSI 3 ; 2 ~`; the codes are decoded below.
static void define_modified_keys(void) {
  static const struct { const char *form; int key; } keys[] = {
      {"\033[1;%dA", TERMINAL_KEY_UP},      {"\033[1;%dB", TERMINAL_KEY_DOWN},
      {"\033[1;%dC", TERMINAL_KEY_RIGHT},   {"\033[1;%dD", TERMINAL_KEY_LEFT},
      {"\033[1;%dH", TERMINAL_KEY_HOME},    {"\033[1;%dF", TERMINAL_KEY_END},
      {"\033[5;%d~", TERMINAL_KEY_PAGE_UP}, {"\033[6;%d~", TERMINAL_KEY_PAGE_DOWN},
      {"\033[2;%d~", TERMINAL_KEY_INSERT},  {"\033[3;%d~", TERMINAL_KEY_DELETE},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    for (int modifiers = 1; modifiers < 8; modifiers++) {
      char sequence[16];
      snprintf(sequence, sizeof sequence, keys[i].form, modifiers + 1);
      define_key(sequence, CODE_MODIFIED + keys[i].key * 8 + modifiers);
    }
  }
  define_key("\033[200~", CODE_PASTE_BEGINS);
  define_key("\033[201~", CODE_PASTE_ENDS);
}

static void begin(void) {
  send(PASTE_ON);
  if (uses_mouse) mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

static void end(void) {
  send(PASTE_OFF);
  if (uses_mouse) mousemask(0, NULL);
  if (cursor_shown == 0) curs_set(1);
  cursor_shown = -1;
  endwin();
}

terminal_start_result terminal_start(bool mouse) {
  struct termios found;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TTY;
  if (tcgetattr(STDIN_FILENO, &found) != 0) return TERMINAL_NOT_A_TTY;
  set_escdelay(25);
  // initscr would end the process on a terminal that it does not know.
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return TERMINAL_UNKNOWN;
  const char *cup = tigetstr("cup");
  if (cup == NULL || cup == (char *)-1) {
    endwin();
    delscreen(screen);
    screen = NULL;
    return TERMINAL_TOO_DUMB;
  }
  // Until it has been left once, curses writes out at each move of its cursor: a hundred times a
  // screen. The first refresh returns to it.
  endwin();
  char bytes[256];
  signals_take(bytes, farewell(bytes, sizeof bytes), &found);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  // Every screen is shown whole, also when keys are waiting.
  typeahead(-1);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  uses_mouse = mouse;
  mouseinterval(0);
  define_modified_keys();
  begin();
  if (!ends_at_exit) atexit(terminal_stop);
  ends_at_exit = true;
  return TERMINAL_STARTED;
}

void terminal_stop(void) {
  if (screen == NULL) return;
  end();
  signals_give_back();
  delscreen(screen);
  screen = NULL;
}

void terminal_leave(void) {
  end();
  signals_set_in_charge(0);
}

void terminal_return(void) {
  signals_set_in_charge(1);
  clearok(stdscr, TRUE);
  refresh();
  begin();
}

void terminal_suspend(void) {
  terminal_leave();
  signals_stop_process();
  terminal_return();
}

void terminal_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0
      && (size.ws_col != COLS || size.ws_row != LINES))
    resizeterm(size.ws_row, size.ws_col);
  *width = COLS;
  *height = LINES;
}

int terminal_colors(void) {
  if (!has_colors()) return 0;
  return tigetflag("RGB") > 0 ? 1 << 24 : COLORS;
}

void terminal_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TERMINAL_BOLD) result |= A_BOLD;
  if (attributes & TERMINAL_DIM) result |= A_DIM;
  if (attributes & TERMINAL_ITALIC) result |= A_ITALIC;
  if (attributes & TERMINAL_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE) result |= A_REVERSE;
  return result;
}

/// Reads the scalar at `i`, which goes on to the next.
static wchar_t next_scalar(const uint8_t *text, size_t length, size_t *i) {
  uint8_t lead = text[*i];
  int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  wchar_t scalar = more == 0 ? lead : lead & (0x3F >> more);
  for (++*i; more > 0 && *i < length; more--, ++*i) scalar = scalar << 6 | (text[*i] & 0x3F);
  return scalar;
}

/// Adds a combining mark to a cell, if it has room for one more.
static void add_mark(cchar_t *cell, wchar_t mark) {
  for (int i = 1; i < CCHARW_MAX; i++) {
    if (cell->chars[i] != 0) continue;
    cell->chars[i] = mark;
    return;
  }
}

void terminal_put(
    int row, int column, const uint8_t *text, size_t length, unsigned attributes, int pair) {
  // Cells made here are copied as they are; characters would be looked at one by one.
  cchar_t cells[256], blank;
  setcchar(&blank, L" ", curses_attributes(attributes), (short)pair, NULL);
  int count = 0, taken = 0;
  for (size_t i = 0; i < length;) {
    wchar_t scalar = next_scalar(text, length, &i);
    int width = scalar < 0x300 ? 1 : wcwidth(scalar);
    if (width == 0 && count > 0) {
      add_mark(&cells[count - 1], scalar);
      continue;
    }
    if (count == sizeof cells / sizeof *cells) {
      mvadd_wchnstr(row, column, cells, count);
      column += taken;
      count = taken = 0;
    }
    cells[count] = blank;
    cells[count++].chars[0] = scalar;
    taken += width;
  }
  if (count > 0) mvadd_wchnstr(row, column, cells, count);
}

void terminal_refresh(int row, int column) {
  int wanted = row >= 0 && column >= 0;
  if (wanted) move(row, column);
  if (wanted != cursor_shown) curs_set(wanted);
  cursor_shown = wanted;
  refresh();
}

void terminal_redraw(void) { clearok(stdscr, TRUE); }

void terminal_send(const uint8_t *bytes, size_t length) {
  fflush(stdout);
  while (length > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static terminal_input mouse_input(void) {
  static struct timespec last_time;
  static int last_row = -1, last_column = -1;
  terminal_input input = {.kind = TERMINAL_INPUT_OTHER};
  MEVENT event;
  if (getmouse(&event) != OK) return input;
  input.row = event.y;
  input.column = event.x;
  if (event.bstate & BUTTON4_PRESSED) {
    input.value = TERMINAL_WHEEL_UP;
  } else if (event.bstate & BUTTON5_PRESSED) {
    input.value = TERMINAL_WHEEL_DOWN;
  } else if (event.bstate & BUTTON1_PRESSED) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (now.tv_sec - last_time.tv_sec) * 1000
        + (now.tv_nsec - last_time.tv_nsec) / 1000000;
    bool again = event.y == last_row && event.x == last_column && passed < 400;
    input.value = again ? TERMINAL_DOUBLE_CLICK : TERMINAL_CLICK;
    last_time = now;
    last_row = again ? -1 : event.y;
    last_column = event.x;
  } else {
    return input;
  }
  input.kind = TERMINAL_INPUT_MOUSE;
  return input;
}

static int plain_key(int code) {
  switch (code) {
  case KEY_UP: case KEY_SR: return TERMINAL_KEY_UP;
  case KEY_DOWN: case KEY_SF: return TERMINAL_KEY_DOWN;
  case KEY_RIGHT: case KEY_SRIGHT: return TERMINAL_KEY_RIGHT;
  case KEY_LEFT: case KEY_SLEFT: return TERMINAL_KEY_LEFT;
  case KEY_HOME: case KEY_FIND: case KEY_A1: case KEY_SHOME: return TERMINAL_KEY_HOME;
  case KEY_END: case KEY_SELECT: case KEY_C1: case KEY_SEND: return TERMINAL_KEY_END;
  case KEY_PPAGE: case KEY_A3: case KEY_SPREVIOUS: return TERMINAL_KEY_PAGE_UP;
  case KEY_NPAGE: case KEY_C3: case KEY_SNEXT: return TERMINAL_KEY_PAGE_DOWN;
  case KEY_IC: case KEY_SIC: return TERMINAL_KEY_INSERT;
  case KEY_DC: case KEY_SDC: return TERMINAL_KEY_DELETE;
  case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
  case KEY_ENTER: return TERMINAL_KEY_ENTER;
  case KEY_BTAB: return TERMINAL_KEY_TAB;
  default: return 0;
  }
}

static bool is_shifted(int code) {
  switch (code) {
  case KEY_SR: case KEY_SF: case KEY_SRIGHT: case KEY_SLEFT: case KEY_SHOME: case KEY_SEND:
  case KEY_SPREVIOUS: case KEY_SNEXT: case KEY_SIC: case KEY_SDC: case KEY_BTAB:
    return true;
  default: return false;
  }
}

static terminal_input key_input(int code) {
  terminal_input input = {.kind = TERMINAL_INPUT_KEY};
  if (code == KEY_MOUSE) return mouse_input();
  if (code == CODE_PASTE_BEGINS) {
    input.kind = TERMINAL_INPUT_PASTE_BEGINS;
  } else if (code == CODE_PASTE_ENDS) {
    input.kind = TERMINAL_INPUT_PASTE_ENDS;
  } else if (code >= CODE_MODIFIED) {
    input.value = (code - CODE_MODIFIED) / 8;
    input.modifiers = (code - CODE_MODIFIED) % 8;
  } else if (code > KEY_F0 && code <= KEY_F(12)) {
    input.value = TERMINAL_KEY_FUNCTION + (code - KEY_F0);
  } else {
    input.value = plain_key(code);
    input.modifiers = is_shifted(code) ? 1 : 0;
    if (input.value == 0) input.kind = TERMINAL_INPUT_OTHER;
  }
  return input;
}

terminal_input terminal_read(void) {
  wint_t code = 0;
  switch (get_wch(&code)) {
  case KEY_CODE_YES: return key_input((int)code);
  case OK: return (terminal_input){.kind = TERMINAL_INPUT_CHARACTER, .value = (int32_t)code};
  default: return (terminal_input){.kind = TERMINAL_INPUT_NONE};
  }
}
