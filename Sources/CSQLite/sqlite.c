#include "CSQLite.h"

#include <sqlite3.h>

void shortlist_configure_sqlite(void) {
  // Nobody asks SQLite how much memory it uses, and each piece is counted behind a lock that all
  // threads share.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
