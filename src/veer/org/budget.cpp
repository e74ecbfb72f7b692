// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/budget.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace veer::org {
namespace {

std::string plain(const std::string& name) {
  std::string result;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) result += static_cast<char>(std::tolower(byte));
  }
  return result;
}

}  // namespace

BudgetCover cover(const Budget& budget, const std::vector<std::string>& known_units) {
  BudgetCover result;
  result.lines = budget.size();
  std::set<int> years;
  for (const BudgetLine& line : budget) years.insert(line.year);
  if (years.empty()) return result;
  result.year = *years.rbegin();
  result.other_years.assign(years.begin(), std::prev(years.end()));
  std::map<std::string, Money> kinds;
  std::map<std::string, std::string> units;  // as written, by their plain name
  for (const BudgetLine& line : budget) {
    if (line.year != result.year) continue;
    result.total += line.amount;
    kinds[line.kind] += line.amount;
    units.emplace(plain(line.unit), line.unit);
  }
  for (const auto& [name, amount] : kinds) result.kinds.push_back({name, amount});
  std::stable_sort(result.kinds.begin(), result.kinds.end(),
                   [](const auto& a, const auto& b) { return a.amount > b.amount; });
  std::set<std::string> known;
  for (const std::string& unit : known_units) {
    if (!unit.empty()) known.insert(plain(unit));
  }
  result.units = units.size();
  for (const auto& [key, name] : units) {
    if (known.count(key) == 0) result.units_unknown.push_back(name);
  }
  const auto without = [&units](const std::string& key) { return units.count(key) == 0; };
  result.known_without =
      static_cast<std::size_t>(std::count_if(known.begin(), known.end(), without));
  return result;
}

}  // namespace veer::org
