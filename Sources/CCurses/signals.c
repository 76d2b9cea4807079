#include "signals.h"

#include "CCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_uint news;
static int wake_pipe[2] = {-1, -1};

static char farewell[256];
static size_t farewell_length;
static struct termios found_modes;
static atomic_int is_in_charge;
static atomic_int terminations;

static const int told[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int deadly[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGQUIT};
enum { TOLD = sizeof told / sizeof *told, DEADLY = sizeof deadly / sizeof *deadly };
static struct sigaction before_told[TOLD];
static struct sigaction before_deadly[DEADLY];

static void tell(unsigned what) {
  int saved = errno;
  atomic_fetch_or(&news, what);
  if (wake_pipe[1] >= 0) {
    // A full pipe wakes as well.
    ssize_t ignored = write(wake_pipe[1], "w", 1);
    (void)ignored;
  }
  errno = saved;
}

void terminal_wake(void) { tell(TERMINAL_WOKEN); }

// Everything called here is safe in a signal handler.
static void restore_terminal(void) {
  if (!atomic_exchange(&is_in_charge, 0)) return;
  ssize_t ignored = write(STDOUT_FILENO, farewell, farewell_length);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &found_modes);
}

static void die_of(int signal) {
  restore_terminal();
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(signal, &usual, NULL);
  raise(signal);
}

static void on_signal(int signal) {
  switch (signal) {
  case SIGWINCH: tell(TERMINAL_RESIZED); break;
  case SIGTSTP: tell(TERMINAL_STOPPED); break;
  case SIGCONT: tell(TERMINAL_CONTINUED); break;
  case SIGINT:
    // Ctrl-C is meant for the program that the terminal is lent to.
    if (!atomic_load(&is_in_charge)) break;
    // fall through
  default:
    // Who asks twice was not heard: the program hangs.
    if (atomic_fetch_add(&terminations, 1) > 0) die_of(signal);
    tell(TERMINAL_TERMINATE);
  }
}

void signals_take(const char *bytes, size_t length, const struct termios *found) {
  farewell_length = length < sizeof farewell ? length : sizeof farewell;
  memcpy(farewell, bytes, farewell_length);
  found_modes = *found;
  atomic_store(&terminations, 0);
  if (wake_pipe[0] < 0 && pipe(wake_pipe) == 0) {
    for (int end = 0; end < 2; end++) {
      fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
      fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
    }
  }
  // A stack overflow leaves no stack to handle its signal on.
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);

  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &action, &before_told[i]);
  action.sa_handler = die_of;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &action, &before_deadly[i]);
  atomic_store(&is_in_charge, 1);
}

void signals_give_back(void) {
  atomic_store(&is_in_charge, 0);
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &before_told[i], NULL);
  for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &before_deadly[i], NULL);
}

void signals_set_in_charge(int yes) { atomic_store(&is_in_charge, yes); }

void signals_stop_process(void) {
  struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &usual, &ours);
  // The whole group, as the terminal does it, so that a script around us stops too.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

unsigned terminal_wait(int milliseconds) {
  struct pollfd sources[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = wake_pipe[0], .events = POLLIN}};
  unsigned came = atomic_exchange(&news, 0);
  int ready = poll(sources, 2, came ? 0 : milliseconds);
  if (ready > 0 && sources[1].revents & POLLIN) {
    char bytes[512];
    while (read(wake_pipe[0], bytes, sizeof bytes) == sizeof bytes) {}
  }
  came |= atomic_exchange(&news, 0);
  if (ready > 0 && sources[0].revents & POLLIN) came |= TERMINAL_READABLE;
  if (ready > 0 && sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) came |= TERMINAL_TERMINATE;
  return came;
}
