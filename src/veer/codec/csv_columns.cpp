// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_columns.hpp"

#include <algorithm>

#include "veer/eventlog/column_names.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view case_names[] = {
    "caseid",        "caseconceptname",   "case",           "zaaknummer",
    "zaakid",        "zaakidentificatie", "zaaknr",         "zaak",
    "dossiernummer", "dossierid",         "dossier",        "casenumber",
    "casename",      "traceid",           "caseidentifier", "aanvraagnummer",
    "kenmerk"};
constexpr std::string_view activity_names[] = {
    "activity",          "activityname", "conceptname",   "task",
    "taskname",          "handeling",    "handelingnaam", "activiteit",
    "activiteitnaam",    "processtap",   "stap",          "taak",
    "taaknaam",          "gebeurtenis",  "event",         "eventname",
    "statusomschrijving"};
constexpr std::string_view person_names[] = {
    "resource",       "orgresource",    "medewerker", "behandelaar", "uitvoerder",
    "gebruiker",      "person",         "user",       "employee",    "performer",
    "medewerkernaam", "gebruikersnaam", "username",   "agent"};
constexpr std::string_view group_names[] = {
    "group",      "groep",    "orggroup", "afdeling", "team",   "eenheid", "organisatieonderdeel",
    "department", "unit",     "cluster",  "sector", "orgrole", "role"};
constexpr std::string_view start_names[] = {
    "starttime", "starttimestamp", "start",          "startdatum",    "begindatum", "begintijd",
    "starttijd", "begin",          "begintijdstip",  "starttijdstip", "datumstart", "datumbegin",
    "startdate", "startdatumtijd", "begindatumtijd", "gestart"};
constexpr std::string_view end_names[] = {
    "endtime",      "endtimestamp",   "timetimestamp", "timestamp",     "completetimestamp",
    "completetime", "completiontime", "einddatum",     "eindtijd",      "eindtijdstip",
    "end",          "enddate",        "datumeinde",    "einddatumtijd", "gereed",
    "gereeddatum",  "datumgereed",    "afgerond",      "tijdstip",      "datumtijd",
    "datetime",     "datum",          "date",          "time",          "einde",
    "eindmoment"};
constexpr std::string_view transition_names[] = {"lifecycletransition", "lifecycle", "transition",
                                                 "eventtype"};
constexpr std::string_view case_type_names[] = {"casetype", "zaaktype", "zaaktypeomschrijving",
                                                "zaaktypenaam", "casecasetype"};
constexpr std::string_view staff_person_names[] = {
    "person",   "medewerker",   "gebruikersnaam",   "username",         "login",    "resource",
    "personid", "medewerkerid", "medewerkernummer", "personeelsnummer", "employee", "employeeid",
    "naam",     "name",         "medewerkernaam",   "behandelaar",      "user"};
constexpr std::string_view staff_unit_names[] = {
    "unit",       "afdeling", "team",    "eenheid", "organisatieonderdeel",
    "department", "unitid",   "cluster", "sector",  "group"};
constexpr std::string_view staff_function_names[] = {
    "function", "functie", "functienaam", "post", "jobtitle", "job", "rol", "role", "functietitel"};
constexpr std::string_view staff_fte_names[] = {
    "fte",      "fteomvang",         "deeltijdfactor", "deeltijd", "parttimefactor",
    "parttime", "deeltijdpercentage"};
constexpr std::string_view staff_scale_names[] = {"scale", "schaal", "salarisschaal",
                                                  "functieschaal", "payscale"};

std::string quoted_header(const CsvTable& table) {
  std::string names;
  for (const std::string& name : table.header()) {
    if (!names.empty()) names += ", ";
    names += name.empty() ? "(no name)" : name.substr(0, 40);
    if (names.size() > 300) return names + ", ...";
  }
  return names;
}

}  // namespace

const ColumnRole case_role{"case", "--case-column", case_names};
const ColumnRole activity_role{"activity", "--activity-column", activity_names};
const ColumnRole person_role{"person", "--person-column", person_names};
const ColumnRole group_role{"group", "--group-column", group_names};
const ColumnRole start_role{"start", "--start-column", start_names};
const ColumnRole end_role{"end", "--end-column", end_names};
const ColumnRole transition_role{"transition", "--transition-column", transition_names};
const ColumnRole case_type_role{"case type", "--case-type-column", case_type_names};
const ColumnRole staff_person_role{"person", "", staff_person_names};
const ColumnRole staff_unit_role{"unit", "", staff_unit_names};
const ColumnRole staff_function_role{"function", "", staff_function_names};
const ColumnRole staff_fte_role{"FTE", "", staff_fte_names};
const ColumnRole staff_scale_role{"scale", "", staff_scale_names};

Result<std::optional<std::size_t>> find_column(const CsvTable& table, const ColumnRole& role,
                                               const std::string& named) {
  const auto& header = table.header();
  const auto position = [&](auto matches) -> std::optional<std::size_t> {
    const auto found = std::find_if(header.begin(), header.end(), matches);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
  };
  if (!named.empty()) {
    auto found = position([&](const std::string& name) { return name == named; });
    const std::string plain = eventlog::plain_column_name(named);
    if (!found) {
      found = position(
          [&](const std::string& name) { return eventlog::plain_column_name(name) == plain; });
    }
    if (found) return found;
    return fail(Error{ErrorCode::invalid, table.file() + ":1", "no column " + named,
                      "one of the columns " + quoted_header(table),
                      "Name the column of the " + std::string(role.role) + " as in the header."});
  }
  for (const std::string_view known : role.names) {
    const auto found = position(
        [&](const std::string& name) { return eventlog::plain_column_name(name) == known; });
    if (found) return found;
  }
  return std::optional<std::size_t>();
}

Error missing_column(const CsvTable& table, const ColumnRole& role) {
  const std::string hint =
      role.flag.empty()
          ? "Name the column " + std::string(role.names.front()) + "."
          : "Name it with " + std::string(role.flag) + " COLUMN" +
                (table.header().size() == 1 ? ", or the delimiter with --delimiter." : ".");
  return {ErrorCode::invalid, table.file() + ":1", "the columns " + quoted_header(table),
          "a column with the " + std::string(role.role) + ", such as " +
              std::string(role.names.front()) + " or " + std::string(role.names[3]),
          hint};
}

}  // namespace veer::codec
