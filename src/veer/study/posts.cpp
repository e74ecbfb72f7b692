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

}  // namespace

std::vector<PostRow> shown_posts(const org::Municipality& municipality) {
  std::vector<PostRow> rows;
  PostRow small_units;
  for (const org::ScenarioUnit& unit : municipality.units) {
    std::vector<PostRow> functions = functions_of(municipality, unit);
    PostRow whole;
    for (const PostRow& row : functions) add(whole, row);
    if (whole.people < least_people) {
      add(small_units, whole);
      continue;
    }
    for (PostRow& row : merged(std::move(functions), unit.name)) rows.push_back(std::move(row));
  }
  if (small_units.people >= least_people) rows.push_back(std::move(small_units));
  return rows;
}

}  // namespace veer::study
