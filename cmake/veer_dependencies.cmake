# SPDX-License-Identifier: EUPL-1.2
# Third-party libraries, all from Debian packages; docs/dependencies.md gives the reason for each.

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(EXPAT REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost REQUIRED)
if(VEER_TESTS)
  find_package(GTest REQUIRED)
endif()
if(VEER_BENCH)
  find_package(benchmark REQUIRED)
endif()

# veer_find_header_library(<target> <header> [<library>]): packages without a CMake file of their own.
function(veer_find_header_library target header)
  find_path(${target}_INCLUDE_DIR ${header} REQUIRED)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} SYSTEM INTERFACE "${${target}_INCLUDE_DIR}")
  if(ARGC GREATER 2)
    find_library(${target}_LIBRARY ${ARGV2} REQUIRED)
    target_link_libraries(${target} INTERFACE "${${target}_LIBRARY}")
  endif()
endfunction()

veer_find_header_library(random123 Random123/philox.h)
veer_find_header_library(sodium sodium.h sodium)
veer_find_header_library(libcsv csv.h csv)
veer_find_header_library(uchardet uchardet/uchardet.h uchardet)
veer_find_header_library(utf8proc utf8proc.h utf8proc)
# igraph's own CMake file asks for the development files of all that igraph itself was linked with.
veer_find_header_library(igraph igraph/igraph.h igraph)
