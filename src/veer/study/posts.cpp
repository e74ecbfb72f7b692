// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/posts.hpp"

#include <algorithm>

#include "veer/discover/shown_groups.hpp"

namespace veer::study {
namespace {

constexpr int least_people = static_cast<int>(discover::smallest_group);

void add(PostRow& to, const PostRow& row) {
  to.people += row.people;
  to.fte += row.fte;
}

/// The functions of one unit, largest first; ties in the order of the posts.
std::vector<PostRow> functions_of(const org::Municipality& municipality,
                                  const org::ScenarioUnit& unit) {
  std::vector<PostRow> rows;
  for (const org::ScenarioPost& post : municipality.posts) {
    if (post.unit != unit.id) continue;
    PostRow own{unit.name, post.function, static_cast<int>(post.fte.size()), 0};
    for (const Fte fte : post.fte) own.fte += fte.share();
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const PostRow& row) {
      return row.function == post.function;
    });
    if (same == rows.end()) {
      rows.push_back(std::move(own));
    } else {
      add(*same, own);
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PostRow& a, const PostRow& b) { return a.people > b.people; });
  return rows;
}

/// Puts functions together, smallest first, until none that is left over is under five people.
std::vector<PostRow> merged(std::vector<PostRow> functions, const org::Text& unit) {
  PostRow rest{unit, {}, 0, 0};
  while (!functions.empty() && (functions.back().people < least_people ||
                                (rest.people > 0 && rest.people < least_people))) {
    add(rest, functions.back());
    functions.pop_back();
  }
  if (rest.people > 0) functions.push_back(std::move(rest));
  return functions;
}

/// Which units are shown together: those under five people, and while these are too few even
/// together, the smallest of the others (the last of equals).
std::vector<bool> put_together(const std::vector<PostRow>& units) {
  std::vector<bool> together(units.size(), false);
  int people = 0;
  for (std::size_t u = 0; u < units.size(); ++u) {
    together[u] = units[u].people < least_people;
    if (together[u]) people += units[u].people;
  }
  while (people > 0 && people < least_people) {
    std::size_t smallest = units.size();
    for (std::size_t u = 0; u < units.size(); ++u) {
      if (together[u]) continue;
      if (smallest == units.size() || units[u].people <= units[smallest].people) smallest = u;
    }
    if (smallest == units.size()) break;
    together[smallest] = true;
    people += units[smallest].people;
  }
  return together;
}

}  // namespace

std::vector<PostRow> shown_posts(const org::Municipality& municipality) {
  std::vector<std::vector<PostRow>> units;
  std::vector<PostRow> whole;
  for (const org::ScenarioUnit& unit : municipality.units) {
    units.push_back(functions_of(municipality, unit));
    whole.emplace_back();
    for (const PostRow& row : units.back()) add(whole.back(), row);
  }
  const std::vector<bool> together = put_together(whole);
  std::vector<PostRow> rows;
  PostRow rest;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (together[u]) {
      add(rest, whole[u]);
      continue;
    }
    for (PostRow& row : merged(std::move(units[u]), municipality.units[u].name)) {
      rows.push_back(std::move(row));
    }
  }
  if (rest.people >= least_people) rows.push_back(std::move(rest));
  return rows;
}

}  // namespace veer::study
