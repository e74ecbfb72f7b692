// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/process_layout.hpp"

#include <igraph/igraph.h>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::report {
namespace {

using discover::Picture;
using discover::PictureFlow;

// Judgement: share of cases; thinner flows make a knot of a picture.
constexpr double thinnest = 0.02;
// Judgement: pixels that look well together.
constexpr double gap = 26;
constexpr double line_room = 16;
constexpr double layer_distance = 104;
constexpr double margin = 30;

constexpr int sweeps = 6;
constexpr int crossing_rounds = 100;

/// The main path one layer each; other activities one below what leads to them most; the end below
/// all of them.
std::vector<std::size_t> layers_of(const Picture& picture) {
  constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> layers(picture.activities.size() + 2, unknown);
  layers[picture.begin()] = 0;
  layers[picture.end()] = 0;  // nothing is placed below it; its own place comes last
  for (std::size_t i = 0; i < picture.main_path.size(); ++i) layers[picture.main_path[i]] = i + 1;
  for (bool changed = true; changed;) {
    changed = false;
    for (const PictureFlow& flow : picture.flows) {
      if (layers[flow.to] != unknown || layers[flow.from] == unknown) continue;
      layers[flow.to] = layers[flow.from] + 1;
      changed = true;
    }
  }
  std::size_t last = 0;
  for (std::size_t& layer : layers) {
    if (layer == unknown) layer = 1;
    last = std::max(last, layer);
  }
  layers[picture.end()] = last + 1;
  return layers;
}

/// What stands in the layers: boxes, and where a line passes a layer.
struct Standing {
  std::vector<std::size_t> layer;
  std::vector<double> order;                      // within the layer
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  std::vector<std::vector<std::size_t>> of_flow;  // the standing things a flow passes, in order
};

void ok(igraph_error_t code) { VEER_EXPECT(code == IGRAPH_SUCCESS); }

/// From one end of a flow to the other along its pieces.
std::vector<std::size_t> walk(std::size_t from, std::size_t to,
                              std::vector<std::pair<std::size_t, std::size_t>> pieces) {
  std::vector<std::size_t> passed = {from};
  while (passed.back() != to) {
    const auto next = std::find_if(pieces.begin(), pieces.end(), [&passed](const auto& piece) {
      return piece.first == passed.back() || piece.second == passed.back();
    });
    VEER_EXPECT(next != pieces.end());
    passed.push_back(next->first == passed.back() ? next->second : next->first);
    pieces.erase(next);
  }
  return passed;
}

Standing stand(const Picture& picture, const std::vector<std::size_t>& flows) {
  Standing result;
  result.layer = layers_of(picture);
  igraph_vector_int_t ends;
  igraph_vector_int_t layers;
  igraph_vector_int_t flow_of_line;
  igraph_matrix_t places;
  igraph_t graph;
  igraph_t lines;
  ok(igraph_vector_int_init(&ends, 0));
  ok(igraph_vector_int_init(&layers, 0));
  ok(igraph_vector_int_init(&flow_of_line, 0));
  ok(igraph_matrix_init(&places, 0, 0));
  for (const std::size_t f : flows) {
    ok(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(picture.flows[f].from)));
    ok(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(picture.flows[f].to)));
  }
  for (const std::size_t layer : result.layer) {
    ok(igraph_vector_int_push_back(&layers, static_cast<igraph_integer_t>(layer)));
  }
  ok(igraph_create(&graph, &ends, static_cast<igraph_integer_t>(result.layer.size()),
                   IGRAPH_DIRECTED));
  ok(igraph_layout_sugiyama(&graph, &places, &lines, &flow_of_line, &layers, 1, 1,
                            crossing_rounds, nullptr));
  for (igraph_integer_t v = 0; v < igraph_matrix_nrow(&places); ++v) {
    result.order.push_back(MATRIX(places, v, 0));
    if (static_cast<std::size_t>(v) >= result.layer.size()) {
      result.layer.push_back(static_cast<std::size_t>(MATRIX(places, v, 1) + 0.5));
    }
  }
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> pieces(flows.size());
  for (igraph_integer_t e = 0; e < igraph_ecount(&lines); ++e) {
    const std::pair line(static_cast<std::size_t>(IGRAPH_FROM(&lines, e)),
                         static_cast<std::size_t>(IGRAPH_TO(&lines, e)));
    result.lines.push_back(line);
    pieces[static_cast<std::size_t>(VECTOR(flow_of_line)[e])].push_back(line);
  }
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const PictureFlow& flow = picture.flows[flows[i]];
    result.of_flow.push_back(walk(flow.from, flow.to, std::move(pieces[i])));
  }
  igraph_destroy(&lines);
  igraph_destroy(&graph);
  igraph_matrix_destroy(&places);
  igraph_vector_int_destroy(&flow_of_line);
  igraph_vector_int_destroy(&layers);
  igraph_vector_int_destroy(&ends);
  return result;
}

/// Horizontal places: the spine at 0, everything else as near to what it is joined to as the things
/// between it and the spine leave room for.
class Places {
 public:
  Places(const Standing& standing, std::size_t boxes, const std::vector<std::size_t>& spine)
      : boxes_(boxes), x_(standing.layer.size(), 0.0),
        near_(standing.layer.size()) {
    for (const auto& [a, b] : standing.lines) {
      near_[a].push_back(b);
      near_[b].push_back(a);
    }
    std::vector<bool> on_spine(standing.layer.size(), false);
    for (const std::size_t one : spine) on_spine[one] = true;
    std::vector<std::vector<std::size_t>> layers;
    for (std::size_t i = 0; i < standing.layer.size(); ++i) {
      layers.resize(std::max(layers.size(), standing.layer[i] + 1));
      layers[standing.layer[i]].push_back(i);
    }
    for (auto& layer : layers) {
      std::stable_sort(layer.begin(), layer.end(), [&standing](std::size_t a, std::size_t b) {
        return standing.order[a] < standing.order[b];
      });
      const auto middle = std::find_if(layer.begin(), layer.end(),
                                       [&](std::size_t one) { return on_spine[one]; });
      if (middle == layer.end()) {
        sides_.push_back({layer, 1, 0});
        continue;
      }
      const double beside = room(*middle) / 2 + gap;
      sides_.push_back({{middle + 1, layer.end()}, 1, beside});
      sides_.push_back({{std::make_reverse_iterator(middle), layer.rend()}, -1, beside});
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (const Side& side : sides_) settle(side, sweep > 0);
    }
  }

  [[nodiscard]] const std::vector<double>& x() const { return x_; }

 private:
  /// What stands beside the spine in one layer, from the spine outwards.
  struct Side {
    std::vector<std::size_t> things;
    double sign = 1;   // 1: to the right
    double begin = 0;  // pixels from the spine that are taken
  };

  [[nodiscard]] double room(std::size_t one) const { return one < boxes_ ? box_width : line_room; }

  void settle(const Side& side, bool by_neighbours) {
    double free_from = side.begin;
    for (const std::size_t one : side.things) {
      double place = free_from + room(one) / 2;
      if (by_neighbours && !near_[one].empty()) {
        double sum = 0;
        for (const std::size_t other : near_[one]) sum += side.sign * x_[other];
        place = std::max(place, sum / static_cast<double>(near_[one].size()));
      }
      x_[one] = side.sign * place;
      free_from = place + room(one) / 2 + gap;
    }
  }

  std::size_t boxes_;
  std::vector<double> x_;
  std::vector<std::vector<std::size_t>> near_;
  std::vector<Side> sides_;
};

}  // namespace

std::vector<std::size_t> drawn_flows(const Picture& picture) {
  std::set<std::size_t> chosen;
  std::vector<bool> led_to(picture.activities.size() + 2, false);
  std::vector<bool> leads_on(picture.activities.size() + 2, false);
  for (std::size_t f = 0; f < picture.flows.size(); ++f) {
    const PictureFlow& flow = picture.flows[f];
    const bool loop = flow.from == flow.to;
    const bool thick = static_cast<double>(flow.cases) >=
                       thinnest * static_cast<double>(picture.cases);
    if (thick || (!loop && (!led_to[flow.to] || !leads_on[flow.from]))) chosen.insert(f);
    if (!loop) led_to[flow.to] = leads_on[flow.from] = true;
  }
  return {chosen.begin(), chosen.end()};
}

ProcessLayout lay_out(const Picture& picture) {
  std::vector<std::size_t> flows;
  for (const std::size_t f : drawn_flows(picture)) {
    if (picture.flows[f].from != picture.flows[f].to) flows.push_back(f);
  }
  const Standing standing = stand(picture, flows);
  const std::size_t boxes = picture.activities.size() + 2;
  std::vector<std::size_t> spine = picture.main_path;
  spine.push_back(picture.begin());
  spine.push_back(picture.end());
  const std::size_t before_end =
      picture.main_path.empty() ? picture.begin() : picture.main_path.back();
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const PictureFlow& flow = picture.flows[flows[i]];
    if (flow.from != before_end || flow.to != picture.end()) continue;
    spine.insert(spine.end(), standing.of_flow[i].begin(), standing.of_flow[i].end());
  }
  const Places places(standing, boxes, spine);
  const std::vector<double>& x = places.x();
  const double left = *std::min_element(x.begin(), x.end()) - box_width / 2.0 - margin;
  const double right = *std::max_element(x.begin(), x.end()) + box_width / 2.0 + margin;
  const auto place = [&](std::size_t one) {
    const auto layer = static_cast<double>(standing.layer[one]);
    return Point{x[one] - left, margin + box_height / 2.0 + layer * layer_distance};
  };
  ProcessLayout result;
  for (std::size_t b = 0; b < boxes; ++b) result.centres.push_back(place(b));
  for (std::size_t i = 0; i < flows.size(); ++i) {
    Route route{flows[i], {}};
    for (const std::size_t passed : standing.of_flow[i]) route.points.push_back(place(passed));
    result.routes.push_back(std::move(route));
  }
  result.width = right - left;
  result.height = result.centres[picture.end()].y + box_height / 2.0 + margin;
  return result;
}

}  // namespace veer::report
