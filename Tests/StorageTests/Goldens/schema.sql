CREATE TABLE "body" (
  "posting" INTEGER PRIMARY KEY REFERENCES "posting"("id") ON DELETE CASCADE,
  "text" TEXT NOT NULL,
  "understood" TEXT
) STRICT;

CREATE INDEX bodyEmpty ON body(posting) WHERE coalesce(understood, text) = '';

CREATE TABLE "change" (
  "id" INTEGER PRIMARY KEY,
  "posting" INTEGER NOT NULL REFERENCES "posting"("id"),
  "day" INTEGER NOT NULL,
  "field" TEXT NOT NULL CHECK ("field" IN ('title', 'pay', 'place', 'remote', 'text')),
  "before" TEXT,
  "after" TEXT
) STRICT;

CREATE INDEX "changeByPosting" ON "change"("posting");

CREATE TABLE "decision" (
  "posting" INTEGER NOT NULL REFERENCES "posting"("id"),
  "field" TEXT NOT NULL CHECK (("field" = 'read') OR ("field" = 'saved') OR ("field" = 'flagged') OR ("field" = 'hidden') OR ("field" = 'hiddenReason') OR ("field" = 'stage') OR ("field" = 'rating') OR ("field" = 'tags') OR ("field" = 'note') OR ("field" = 'followUp')),
  "value" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  PRIMARY KEY ("posting", "field"),
  CHECK (field NOT IN ('read', 'saved', 'flagged', 'hidden') OR value IN ('0', '1')),
  CHECK (field <> 'rating' OR value IN ('1', '2', '3', '4', '5')),
  CHECK (field <> 'stage' OR value IN ('applied', 'interviewing', 'offer', 'accepted', 'rejected', 'withdrawn')),
  CHECK (field <> 'tags' OR json_type(value) = 'array')
) STRICT, WITHOUT ROWID;

CREATE TABLE "evidence" (
  "listing" INTEGER PRIMARY KEY REFERENCES "listing"("id") ON DELETE CASCADE,
  "fields" TEXT CHECK (fields GLOB '[[]*'),
  "asides" TEXT CHECK (json_type("asides") = 'array')
) STRICT;

CREATE TABLE "fingerprint" (
  "posting" INTEGER PRIMARY KEY REFERENCES "posting"("id") ON DELETE CASCADE,
  "value" BLOB NOT NULL
) STRICT;

CREATE TABLE grdb_migrations (
  identifier TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE "hiddenCompany" (
  "key" TEXT PRIMARY KEY NOT NULL CHECK ("key" <> ''),
  "name" TEXT NOT NULL,
  "at" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "journal" (
  "id" INTEGER PRIMARY KEY,
  "at" INTEGER NOT NULL,
  "decisions" TEXT NOT NULL CHECK (json_type("decisions") = 'array'),
  "state" TEXT NOT NULL CHECK (("state" = 'done') OR ("state" = 'undone') OR ("state" = 'discarded') OR ("state" = 'noted'))
) STRICT;

CREATE INDEX "journalByState" ON "journal"("state", "id");

CREATE TABLE "journalChange" (
  "journal" INTEGER NOT NULL REFERENCES "journal"("id"),
  "posting" INTEGER NOT NULL REFERENCES "posting"("id"),
  "field" TEXT NOT NULL CHECK (("field" = 'read') OR ("field" = 'saved') OR ("field" = 'flagged') OR ("field" = 'hidden') OR ("field" = 'hiddenReason') OR ("field" = 'stage') OR ("field" = 'rating') OR ("field" = 'tags') OR ("field" = 'note') OR ("field" = 'followUp') OR ("field" = 'listing')),
  "before" TEXT,
  "after" TEXT,
  PRIMARY KEY ("journal", "posting", "field")
) STRICT, WITHOUT ROWID;

CREATE INDEX "journalChangeOfStage" ON "journalChange"("posting", "journal") WHERE "field" = 'stage';

CREATE TABLE "journalCompany" (
  "journal" INTEGER NOT NULL REFERENCES "journal"("id"),
  "key" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "before" INTEGER,
  "after" INTEGER,
  PRIMARY KEY ("journal", "key")
) STRICT, WITHOUT ROWID;

CREATE TABLE "listing" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT,
  "company" TEXT,
  "location" TEXT,
  "url" TEXT,
  "remote" TEXT NOT NULL CHECK (("remote" = 'remote') OR ("remote" = 'hybrid') OR ("remote" = 'onsite') OR ("remote" = 'unknown')),
  "daysOnSite" INTEGER CHECK ("daysOnSite" >= 0),
  "regions" TEXT CHECK (json_type("regions") = 'array'),
  "excludedRegions" TEXT CHECK (json_type("excludedRegions") = 'array'),
  "timeZoneFrom" INTEGER,
  "timeZoneThrough" INTEGER,
  "contradiction" TEXT,
  "salaryLow" INTEGER,
  "salaryHigh" INTEGER,
  "currency" TEXT CHECK (LENGTH("currency") = 3),
  "period" TEXT CHECK (("period" = 'hour') OR ("period" = 'day') OR ("period" = 'week') OR ("period" = 'month') OR ("period" = 'year')),
  "payKind" TEXT CHECK (("payKind" = 'base') OR ("payKind" = 'onTarget') OR ("payKind" = 'total')),
  "monthsPerYear" INTEGER,
  "payLabel" TEXT,
  "payText" TEXT,
  "payBasis" TEXT CHECK (("payBasis" = 'stated') OR ("payBasis" = 'predicted')),
  "payInferred" TEXT CHECK (json_type("payInferred") = 'array'),
  "otherPay" TEXT CHECK (json_type("otherPay") = 'array'),
  "payLow" INTEGER,
  "payHigh" INTEGER,
  "payConverted" INTEGER NOT NULL CHECK ("payConverted" IN (0, 1)) DEFAULT 0,
  "level" TEXT NOT NULL CHECK (("level" = 'intern') OR ("level" = 'junior') OR ("level" = 'mid') OR ("level" = 'senior') OR ("level" = 'staff') OR ("level" = 'principal') OR ("level" = 'lead') OR ("level" = 'manager') OR ("level" = 'director') OR ("level" = 'unknown')),
  "employment" TEXT CHECK (json_type("employment") = 'array'),
  "skills" TEXT CHECK (json_type("skills") = 'array'),
  "skillKeys" TEXT,
  "posted" INTEGER,
  "reposted" INTEGER,
  "closes" INTEGER,
  "firstSeen" INTEGER NOT NULL,
  "lastSeen" INTEGER NOT NULL,
  "closed" INTEGER,
  "addedAt" INTEGER NOT NULL,
  "changedAt" INTEGER,
  "speaker" INTEGER NOT NULL,
  "postings" INTEGER NOT NULL DEFAULT 1,
  "read" INTEGER NOT NULL CHECK ("read" IN (0, 1)) DEFAULT 0,
  "saved" INTEGER NOT NULL CHECK ("saved" IN (0, 1)) DEFAULT 0,
  "flagged" INTEGER NOT NULL CHECK ("flagged" IN (0, 1)) DEFAULT 0,
  "hidden" INTEGER NOT NULL CHECK ("hidden" IN (0, 1)) DEFAULT 0,
  "stage" TEXT CHECK (("stage" = 'applied') OR ("stage" = 'interviewing') OR ("stage" = 'offer') OR ("stage" = 'accepted') OR ("stage" = 'rejected') OR ("stage" = 'withdrawn')),
  CHECK ((period IS NULL) = (payText IS NULL))
) STRICT;

CREATE INDEX "listingByPosted" ON "listing"("posted", "id", "hidden", "remote", "level", "employment", "payLow", "payHigh", "period", "regions", "excludedRegions", "read", "saved", "flagged", "stage", "addedAt", "changedAt", "closed");

CREATE INDEX "listingWithStage" ON "listing"("stage") WHERE "stage" IS NOT NULL;

CREATE INDEX "listingWithout_company" ON "listing"("id") WHERE "company" IS NULL;

CREATE INDEX "listingWithout_location" ON "listing"("id") WHERE "location" IS NULL;

CREATE INDEX "listingWithout_title" ON "listing"("id") WHERE "title" IS NULL;

CREATE VIEW listingWords AS
  SELECT listing.id, listing.title, listing.company, listing.location,
    coalesce(body.understood, body.text) AS body
  FROM listing JOIN body ON body.posting = listing.speaker;

CREATE TABLE "posting" (
  "id" INTEGER PRIMARY KEY,
  "listing" INTEGER NOT NULL REFERENCES "listing"("id"),
  "identity" TEXT NOT NULL,
  "contents" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "externalID" TEXT,
  "url" TEXT,
  "title" TEXT,
  "company" TEXT,
  "location" TEXT,
  "payText" TEXT,
  "payLow" INTEGER,
  "payHigh" INTEGER,
  "payCurrency" TEXT CHECK (LENGTH("payCurrency") = 3),
  "payPeriod" TEXT CHECK (("payPeriod" = 'hour') OR ("payPeriod" = 'day') OR ("payPeriod" = 'week') OR ("payPeriod" = 'month') OR ("payPeriod" = 'year')),
  "payBasis" TEXT CHECK (("payBasis" = 'stated') OR ("payBasis" = 'predicted')),
  "dateText" TEXT,
  "posted" INTEGER,
  "closes" INTEGER,
  "workplace" TEXT CHECK (("workplace" = 'remote') OR ("workplace" = 'hybrid') OR ("workplace" = 'onsite') OR ("workplace" = 'unknown')),
  "eligibilityTexts" TEXT CHECK (json_type("eligibilityTexts") = 'array'),
  "employmentText" TEXT,
  "seniorityText" TEXT,
  "tags" TEXT CHECK (json_type("tags") = 'array'),
  "firstSeen" INTEGER NOT NULL,
  "lastSeen" INTEGER NOT NULL,
  "saidOn" INTEGER,
  CHECK (lastSeen >= firstSeen)
) STRICT;

CREATE INDEX "postingByListing" ON "posting"("listing");

CREATE INDEX "postingBySource" ON "posting"("source", "listing");

CREATE TABLE "postingKey" (
  "key" INTEGER NOT NULL,
  "posting" INTEGER NOT NULL,
  PRIMARY KEY ("key", "posting")
) STRICT, WITHOUT ROWID;

CREATE TABLE "reading" (
  "posting" INTEGER PRIMARY KEY REFERENCES "posting"("id") ON DELETE CASCADE,
  "title" TEXT,
  "company" TEXT,
  "location" TEXT,
  "url" TEXT,
  "remote" TEXT NOT NULL CHECK (("remote" = 'remote') OR ("remote" = 'hybrid') OR ("remote" = 'onsite') OR ("remote" = 'unknown')),
  "daysOnSite" INTEGER CHECK ("daysOnSite" >= 0),
  "regions" TEXT CHECK (json_type("regions") = 'array'),
  "excludedRegions" TEXT CHECK (json_type("excludedRegions") = 'array'),
  "timeZoneFrom" INTEGER,
  "timeZoneThrough" INTEGER,
  "contradiction" TEXT,
  "salaryLow" INTEGER,
  "salaryHigh" INTEGER,
  "currency" TEXT CHECK (LENGTH("currency") = 3),
  "period" TEXT CHECK (("period" = 'hour') OR ("period" = 'day') OR ("period" = 'week') OR ("period" = 'month') OR ("period" = 'year')),
  "payKind" TEXT CHECK (("payKind" = 'base') OR ("payKind" = 'onTarget') OR ("payKind" = 'total')),
  "monthsPerYear" INTEGER,
  "payLabel" TEXT,
  "payText" TEXT,
  "payBasis" TEXT CHECK (("payBasis" = 'stated') OR ("payBasis" = 'predicted')),
  "payInferred" TEXT CHECK (json_type("payInferred") = 'array'),
  "otherPay" TEXT CHECK (json_type("otherPay") = 'array'),
  "payLow" INTEGER,
  "payHigh" INTEGER,
  "payConverted" INTEGER NOT NULL CHECK ("payConverted" IN (0, 1)) DEFAULT 0,
  "level" TEXT NOT NULL CHECK (("level" = 'intern') OR ("level" = 'junior') OR ("level" = 'mid') OR ("level" = 'senior') OR ("level" = 'staff') OR ("level" = 'principal') OR ("level" = 'lead') OR ("level" = 'manager') OR ("level" = 'director') OR ("level" = 'unknown')),
  "employment" TEXT CHECK (json_type("employment") = 'array'),
  "skills" TEXT CHECK (json_type("skills") = 'array'),
  "skillKeys" TEXT,
  "posted" INTEGER,
  "reposted" INTEGER,
  "closes" INTEGER,
  "evidence" TEXT CHECK (json_type("evidence") = 'array'),
  "asides" TEXT CHECK (json_type("asides") = 'array'),
  CHECK ((period IS NULL) = (payText IS NULL))
) STRICT;

CREATE TABLE "search" (
  "name" TEXT PRIMARY KEY NOT NULL CHECK ("name" <> '') COLLATE NOCASE,
  "query" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL,
  "newest" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "setting" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "sighting" (
  "source" TEXT NOT NULL REFERENCES "source"("name") ON DELETE CASCADE,
  "posting" INTEGER NOT NULL REFERENCES "posting"("id"),
  "page" INTEGER NOT NULL,
  "fetch" INTEGER NOT NULL,
  "missed" INTEGER NOT NULL DEFAULT 0,
  "missedSince" INTEGER,
  PRIMARY KEY ("source", "posting"),
  CHECK ((missed = 0) = (missedSince IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX "sightingByPosting" ON "sighting"("posting");

CREATE TABLE "source" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "baseURL" TEXT,
  "every" INTEGER CHECK ("every" >= 0),
  "paused" INTEGER NOT NULL CHECK ("paused" IN (0, 1)) DEFAULT 0,
  "named" INTEGER NOT NULL CHECK ("named" IN (0, 1)) DEFAULT 0,
  "fetch" INTEGER NOT NULL DEFAULT 0,
  "fetchedAt" INTEGER,
  "outcome" TEXT CHECK ("outcome" IN ('complete', 'partial', 'failed')),
  "message" TEXT,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "waitUntil" INTEGER,
  CHECK ((fetchedAt IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE "sourcePage" (
  "source" TEXT NOT NULL REFERENCES "source"("name") ON DELETE CASCADE,
  "number" INTEGER NOT NULL,
  "url" TEXT NOT NULL,
  "etag" TEXT,
  "lastModified" TEXT,
  "items" INTEGER NOT NULL,
  PRIMARY KEY ("source", "number")
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit" (
  "id" INTEGER PRIMARY KEY,
  "began" INTEGER NOT NULL,
  "ended" INTEGER,
  CHECK (ended >= began)
) STRICT;

CREATE VIRTUAL TABLE words USING fts5(
  title, company, location, body,
  content='listingWords', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
