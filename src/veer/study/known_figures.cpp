// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/known_figures.hpp"

#include <algorithm>
#include <cstdlib>

namespace veer::study {
namespace {

// Judgement: figures of single municipalities, years and definitions apart, agree this closely.
constexpr double tolerance = 0.1;
constexpr double percent = 100;  // Exact: per cent.
constexpr double thousand = 1000;  // Exact: inhabitants of the published figure.

const org::FieldGroup* group_of(const org::Field& field, const org::FieldFigure& row) {
  const auto found = std::find_if(field.groups.begin(), field.groups.end(),
                                  [&](const org::FieldGroup& one) { return one.id == row.group; });
  return found == field.groups.end() ? nullptr : &*found;
}

/// How much a group says of a municipality of this size: less is more; nothing: another size.
std::optional<double> distance(const org::FieldGroup& group, int inhabitants) {
  if (group.kind == org::FieldGroup::Kind::single) return 1e9;
  if (group.kind == org::FieldGroup::Kind::all) return 1e8;
  if (inhabitants < group.from || inhabitants >= group.below) return std::nullopt;
  return static_cast<double>(group.below - group.from);
}

/// Judgement: so many years make what is known of a size class say less than the newest of all.
constexpr int stale_years = 5;

int year_of(const org::FieldFigure& row) { return std::atoi(row.year.c_str()); }

/// The year of the newest figure of all municipalities; 0: none.
int newest_of_all(const org::Field& field, const org::FieldTable& table) {
  int newest = 0;
  for (const org::FieldFigure& row : table.rows) {
    const org::FieldGroup* group = group_of(field, row);
    const bool all = group != nullptr && group->kind == org::FieldGroup::Kind::all;
    if (all) newest = std::max(newest, year_of(row));
  }
  return newest;
}

/// The rows at the least distance; of a size class and of all municipalities only the newest.
std::vector<const org::FieldFigure*> rows_for(const org::Field& field,
                                              const org::FieldTable& table, int inhabitants) {
  const int fresh = newest_of_all(field, table) - stale_years;
  std::vector<const org::FieldFigure*> best;
  double nearest = 0;
  for (const org::FieldFigure& row : table.rows) {
    const org::FieldGroup* group = group_of(field, row);
    const auto found = group == nullptr ? std::nullopt : distance(*group, inhabitants);
    if (!found || (group->kind == org::FieldGroup::Kind::size && year_of(row) < fresh)) continue;
    if (best.empty() || *found < nearest) {
      nearest = *found;
      best = {&row};
    } else if (*found == nearest) {
      const bool single = group->kind == org::FieldGroup::Kind::single;
      if (!single && row.year >= best.front()->year) best = {&row};
      if (single) best.push_back(&row);
    }
  }
  return best;
}

void add_text(org::Text& text, const org::Text& more) {
  if (text.nl.find(more.nl) != std::string::npos) return;
  text.nl += (text.nl.empty() ? "" : ", ") + more.nl;
  text.en += (text.en.empty() ? "" : ", ") + more.en;
}

KnownFigure beside(const org::Field& field, const org::FieldTable& table,
                   const std::vector<const org::FieldFigure*>& rows, double own) {
  KnownFigure figure;
  figure.table = table.id;
  figure.name = table.title;
  figure.unit = table.unit;
  figure.own = own;
  figure.low = rows.front()->figure.low;
  figure.high = rows.front()->figure.high;
  std::string first = rows.front()->year;
  std::string last = first;
  for (const org::FieldFigure* row : rows) {
    figure.low = std::min(figure.low, row->figure.low);
    figure.high = std::max(figure.high, row->figure.high);
    first = std::min(first, row->year);
    last = std::max(last, row->year);
    add_text(figure.who, group_of(field, *row)->name);
    const std::string& source = row->figure.source;
    const auto known = std::find(figure.sources.begin(), figure.sources.end(), source);
    if (!source.empty() && known == figure.sources.end()) figure.sources.push_back(source);
  }
  figure.year = first == last ? first : first + " - " + last;
  return figure;
}

/// What this municipality has for a table; nothing: it cannot be told.
std::optional<double> own_figure(const std::string& table, const org::Municipality& town,
                                 const Present& present, const org::Mechanisms& mechanisms) {
  const double people = town.people();
  const double fte = town.fte().share();
  const double inhabitants = town.inhabitants;
  if (table == "fte-per-1000") return thousand * fte / inhabitants;
  if (table == "deeltijdfactor") return fte / people;
  if (table == "leidinggevenden") return percent * town.leads() / people;
  if (table == "ziekteverzuim") return percent * mechanisms.sick_leave_share.value;
  if (table == "overhead") return percent * town.overhead_fte().share() / fte;
  if (!present.costs) return std::nullopt;
  const auto euros = [&](CostKind kind) {
    return present.costs->kinds[static_cast<std::size_t>(kind)].mean;
  };
  const double salaries = euros(CostKind::salaries);
  const double hire = euros(CostKind::hire);
  if (table == "externe-inhuur") return percent * hire / salaries;
  if (table == "apparaatskosten") return (salaries + hire) / inhabitants;
  if (table == "overhead-lasten" && town.spending.is_used()) {
    return percent * present.costs->overhead.mean / (town.spending.value * inhabitants);
  }
  return std::nullopt;
}

}  // namespace

Verdict KnownFigure::verdict() const {
  if (own > high * (1 + tolerance)) return Verdict::higher;
  if (own < low * (1 - tolerance)) return Verdict::lower;
  return Verdict::agrees;
}

std::vector<KnownFigure> held_against(const org::Field& field,
                                      const org::Municipality& municipality,
                                      const Present& present,
                                      const org::Mechanisms& mechanisms) {
  std::vector<KnownFigure> figures;
  for (const org::FieldTable& table : field.tables) {
    const auto own = own_figure(table.id, municipality, present, mechanisms);
    const auto rows = rows_for(field, table, municipality.inhabitants);
    if (own && !rows.empty()) figures.push_back(beside(field, table, rows, *own));
  }
  for (const work::CaseTypeId id : ids(present.types)) {
    const org::ScenarioCaseType& type = municipality.case_types[id.index()];
    if (!type.observed_days) continue;
    const auto source = municipality.sources.find(type.observed_days->source);
    KnownFigure figure;
    figure.name = type.name;
    figure.unit = {"dagen gemiddeld", "days on average"};
    figure.own = present.types[id].mean_days.mean;
    figure.low = type.observed_days->low;
    figure.high = type.observed_days->high;
    if (source != municipality.sources.end()) {
      figure.year = source->second.year;
      figure.who = source->second.setting;
      figure.sources = {source->first};
    }
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace veer::study
