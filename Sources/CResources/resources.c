#include "CResources.h"

// Made from the files of Resources by EmbeddedFilesTests; not edited by hand.

static const unsigned char file0[] = {
#embed "../../Resources/languages/de.tsv" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../Resources/rates/reference.tsv" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../Resources/samples/backend-engineer-tidewater.md" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../Resources/samples/board.json" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../Resources/samples/chef-de-projet-merle.html" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../Resources/samples/data-scientist-kumo.md" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../Resources/samples/developer-advocate-gleam.md" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../Resources/samples/feed.ndjson" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../Resources/samples/feed.xml" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../Resources/samples/field-engineer-acequia.md" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../Resources/samples/freelance-designer.txt" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../Resources/samples/ios-engineer-lumen.md" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../Resources/samples/job-description-gardener.txt" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../Resources/samples/nurse-halden.md" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../Resources/samples/pasted-compiler.txt" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../Resources/samples/pasted-firmware-engineer.txt" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../Resources/samples/pasted-warehouse.txt" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../Resources/samples/platform-engineer-nordlicht.md" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../Resources/samples/security-analyst-faro.html" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../Resources/samples/spreadsheet.csv" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../Resources/samples/translator-bruecke.md" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../Resources/settings.toml" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../Resources/themes/default.toml" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../Resources/themes/light.toml" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../Resources/themes/terminal.toml" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../Resources/vocabulary/addresses.tsv" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../Resources/vocabulary/beside-words.tsv" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../Resources/vocabulary/boilerplate.tsv" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../Resources/vocabulary/cities.tsv" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../Resources/vocabulary/company-words.tsv" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../Resources/vocabulary/countries.tsv" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../Resources/vocabulary/currencies.tsv" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../Resources/vocabulary/currency-signs.tsv" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../Resources/vocabulary/date-words.tsv" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../Resources/vocabulary/documents.tsv" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../Resources/vocabulary/employment.tsv" if_empty(0)
};
static const unsigned char file36[] = {
#embed "../../Resources/vocabulary/hiring-words.tsv" if_empty(0)
};
static const unsigned char file37[] = {
#embed "../../Resources/vocabulary/identity-words.tsv" if_empty(0)
};
static const unsigned char file38[] = {
#embed "../../Resources/vocabulary/labels.tsv" if_empty(0)
};
static const unsigned char file39[] = {
#embed "../../Resources/vocabulary/openings.tsv" if_empty(0)
};
static const unsigned char file40[] = {
#embed "../../Resources/vocabulary/pay-multipliers.tsv" if_empty(0)
};
static const unsigned char file41[] = {
#embed "../../Resources/vocabulary/pay-periods.tsv" if_empty(0)
};
static const unsigned char file42[] = {
#embed "../../Resources/vocabulary/pay-words.tsv" if_empty(0)
};
static const unsigned char file43[] = {
#embed "../../Resources/vocabulary/regions.tsv" if_empty(0)
};
static const unsigned char file44[] = {
#embed "../../Resources/vocabulary/remote-phrases.tsv" if_empty(0)
};
static const unsigned char file45[] = {
#embed "../../Resources/vocabulary/sections.tsv" if_empty(0)
};
static const unsigned char file46[] = {
#embed "../../Resources/vocabulary/seniority.tsv" if_empty(0)
};
static const unsigned char file47[] = {
#embed "../../Resources/vocabulary/skills.tsv" if_empty(0)
};
static const unsigned char file48[] = {
#embed "../../Resources/vocabulary/subdivisions.tsv" if_empty(0)
};
static const unsigned char file49[] = {
#embed "../../Resources/vocabulary/time-zones.tsv" if_empty(0)
};
static const unsigned char file50[] = {
#embed "../../Resources/vocabulary/title-words.tsv" if_empty(0)
};

static const shortlist_resource table[] = {
    {"languages/de.tsv", file0, sizeof file0},
    {"rates/reference.tsv", file1, sizeof file1},
    {"samples/backend-engineer-tidewater.md", file2, sizeof file2},
    {"samples/board.json", file3, sizeof file3},
    {"samples/chef-de-projet-merle.html", file4, sizeof file4},
    {"samples/data-scientist-kumo.md", file5, sizeof file5},
    {"samples/developer-advocate-gleam.md", file6, sizeof file6},
    {"samples/feed.ndjson", file7, sizeof file7},
    {"samples/feed.xml", file8, sizeof file8},
    {"samples/field-engineer-acequia.md", file9, sizeof file9},
    {"samples/freelance-designer.txt", file10, sizeof file10},
    {"samples/ios-engineer-lumen.md", file11, sizeof file11},
    {"samples/job-description-gardener.txt", file12, sizeof file12},
    {"samples/nurse-halden.md", file13, sizeof file13},
    {"samples/pasted-compiler.txt", file14, sizeof file14},
    {"samples/pasted-firmware-engineer.txt", file15, sizeof file15},
    {"samples/pasted-warehouse.txt", file16, sizeof file16},
    {"samples/platform-engineer-nordlicht.md", file17, sizeof file17},
    {"samples/security-analyst-faro.html", file18, sizeof file18},
    {"samples/spreadsheet.csv", file19, sizeof file19},
    {"samples/translator-bruecke.md", file20, sizeof file20},
    {"settings.toml", file21, sizeof file21},
    {"themes/default.toml", file22, sizeof file22},
    {"themes/light.toml", file23, sizeof file23},
    {"themes/terminal.toml", file24, sizeof file24},
    {"vocabulary/addresses.tsv", file25, sizeof file25},
    {"vocabulary/beside-words.tsv", file26, sizeof file26},
    {"vocabulary/boilerplate.tsv", file27, sizeof file27},
    {"vocabulary/cities.tsv", file28, sizeof file28},
    {"vocabulary/company-words.tsv", file29, sizeof file29},
    {"vocabulary/countries.tsv", file30, sizeof file30},
    {"vocabulary/currencies.tsv", file31, sizeof file31},
    {"vocabulary/currency-signs.tsv", file32, sizeof file32},
    {"vocabulary/date-words.tsv", file33, sizeof file33},
    {"vocabulary/documents.tsv", file34, sizeof file34},
    {"vocabulary/employment.tsv", file35, sizeof file35},
    {"vocabulary/hiring-words.tsv", file36, sizeof file36},
    {"vocabulary/identity-words.tsv", file37, sizeof file37},
    {"vocabulary/labels.tsv", file38, sizeof file38},
    {"vocabulary/openings.tsv", file39, sizeof file39},
    {"vocabulary/pay-multipliers.tsv", file40, sizeof file40},
    {"vocabulary/pay-periods.tsv", file41, sizeof file41},
    {"vocabulary/pay-words.tsv", file42, sizeof file42},
    {"vocabulary/regions.tsv", file43, sizeof file43},
    {"vocabulary/remote-phrases.tsv", file44, sizeof file44},
    {"vocabulary/sections.tsv", file45, sizeof file45},
    {"vocabulary/seniority.tsv", file46, sizeof file46},
    {"vocabulary/skills.tsv", file47, sizeof file47},
    {"vocabulary/subdivisions.tsv", file48, sizeof file48},
    {"vocabulary/time-zones.tsv", file49, sizeof file49},
    {"vocabulary/title-words.tsv", file50, sizeof file50},
};

const shortlist_resource *shortlist_resources(size_t *count) {
  *count = sizeof table / sizeof table[0];
  return table;
}
