// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/communities.hpp"

#include <igraph/igraph.h>

#include <map>
#include <mutex>

#include "veer/base/error.hpp"

namespace veer::discover {
namespace {

// igraph's random generator belongs to the process, not to the graph. Seeding it and drawing from
// it must not be interrupted by another thread's call, or the same seed would give other groups.
std::mutex& igraph_guard() {
  static std::mutex guard;
  return guard;
}

/// Owns igraph's vectors and graph, which are C structs with init and destroy.
class Network {
 public:
  Network(std::size_t nodes, const std::vector<Tie>& ties) {
    igraph_vector_int_t ends;
    ok(igraph_vector_int_init(&ends, 0));
    ok(igraph_vector_init(&weights_, 0));
    for (const Tie& tie : ties) {
      ok(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(tie.a)));
      ok(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(tie.b)));
      ok(igraph_vector_push_back(&weights_, tie.weight));
    }
    ok(igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(nodes), IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    ok(igraph_vector_int_init(&membership_, 0));
  }
  ~Network() {
    igraph_vector_int_destroy(&membership_);
    igraph_destroy(&graph_);
    igraph_vector_destroy(&weights_);
  }
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  std::vector<std::size_t> groups() {
    ok(igraph_community_multilevel(&graph_, &weights_, 1.0, &membership_, nullptr, nullptr));
    std::vector<std::size_t> result;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&membership_); ++i) {
      result.push_back(static_cast<std::size_t>(VECTOR(membership_)[i]));
    }
    return result;
  }

 private:
  static void ok(igraph_error_t code) { VEER_EXPECT(code == IGRAPH_SUCCESS); }

  igraph_t graph_{};
  igraph_vector_t weights_{};
  igraph_vector_int_t membership_{};
};

}  // namespace

std::vector<std::size_t> communities(std::size_t nodes, const std::vector<Tie>& ties,
                                     std::uint32_t seed) {
  for (const Tie& tie : ties) {
    VEER_EXPECT(tie.a < nodes && tie.b < nodes && tie.a != tie.b && tie.weight > 0);
  }
  if (nodes == 0) return {};
  std::vector<std::size_t> groups;
  {
    const std::scoped_lock lock(igraph_guard());
    VEER_EXPECT(igraph_rng_seed(igraph_rng_default(), seed) == IGRAPH_SUCCESS);
    groups = Network(nodes, ties).groups();
  }
  std::map<std::size_t, std::size_t> numbers;
  for (std::size_t& group : groups) {
    const std::size_t next = numbers.size();
    group = numbers.emplace(group, next).first->second;
  }
  return groups;
}

}  // namespace veer::discover
