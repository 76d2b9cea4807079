#ifndef SHORTLIST_CSQLITE_H
#define SHORTLIST_CSQLITE_H

// Beside what GRDB shows of SQLite: functions that take any number of arguments, which Swift can't
// call.

/// Sets how SQLite keeps memory; without effect once a connection was opened.
void shortlist_configure_sqlite(void);

#endif
