# SPDX-License-Identifier: EUPL-1.2
# How Veer's own targets are built: warnings, sanitizers, and the layer rule.

add_library(veer_warnings INTERFACE)
target_compile_options(
  veer_warnings
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
            -Wnon-virtual-dtor -Wdouble-promotion -Werror -ffp-contract=off)

if(VEER_SANITIZE)
  add_compile_options(-fsanitize=${VEER_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${VEER_SANITIZE})
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER 15)
  # std::stable_sort of g++ 12's library uses what C++17 deprecated; clang 19 says so at each use.
  add_compile_options(-Wno-deprecated-declarations)
endif()

if(VEER_TIDY)
  find_program(VEER_CLANG_TIDY NAMES clang-tidy-19 clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${VEER_CLANG_TIDY}" "--quiet")
endif()

# veer_test_program(<target> <label>)
#
# Makes an executable a GoogleTest program whose tests ctest finds and gives the label. GoogleTest's
# header is compiled once for the program: that halves the time its test files take.
function(veer_test_program target label)
  target_link_libraries(${target} PRIVATE veer_warnings GTest::gtest_main)
  target_precompile_headers(${target} PRIVATE <gtest/gtest.h>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # ccache asks for the first. In a header that was compiled before, g++ 12 no longer passes over
    # what it wrongly sees in std::string (GCC bug 105651).
    target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-array-bounds
                                             -Wno-stringop-overflow)
  endif()
  gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS ${label})
endfunction()

# The layers, lowest first. A library may depend only on libraries before it (docs/architecture.md).
set(VEER_LAYERS base stats calendar eventlog des work org sim discover design study place
                codec store report app)

# veer_library(<layer> SOURCES ... HEADERS ... [DEPENDS <layer>...] [LINK <target>...]
#              [TESTS <file>...] [TEST_LINK <target>...])
#
# Makes the target veer_<layer> (alias veer::<layer>) of the folder it is called in, and the test
# program veer_<layer>_test of the tests that lie beside the sources. DEPENDS names layers; naming
# one that is not lower fails the configure step. LINK names third-party targets.
function(veer_library layer)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;DEPENDS;LINK;TESTS;TEST_LINK" ${ARGN})
  list(FIND VEER_LAYERS ${layer} own_level)
  if(own_level EQUAL -1)
    message(FATAL_ERROR "veer::${layer} is not a layer of VEER_LAYERS in cmake/veer_build.cmake")
  endif()
  foreach(other IN LISTS ARG_DEPENDS)
    list(FIND VEER_LAYERS ${other} other_level)
    if(other_level EQUAL -1 OR other_level GREATER_EQUAL own_level)
      message(FATAL_ERROR "veer::${layer} may not depend on veer::${other}: "
                          "a layer uses only the layers before it (${VEER_LAYERS})")
    endif()
  endforeach()

  if(ARG_SOURCES)
    add_library(veer_${layer} STATIC ${ARG_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(veer_${layer} PRIVATE veer_warnings)
  else()
    add_library(veer_${layer} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(veer::${layer} ALIAS veer_${layer})
  target_sources(
    veer_${layer} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES
                                    ${ARG_HEADERS})
  set_target_properties(veer_${layer} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  list(TRANSFORM ARG_DEPENDS PREPEND veer::)
  target_link_libraries(veer_${layer} ${scope} ${ARG_DEPENDS} ${ARG_LINK})

  if(VEER_TESTS AND ARG_TESTS)
    add_executable(veer_${layer}_test ${ARG_TESTS})
    target_link_libraries(veer_${layer}_test PRIVATE veer::${layer} ${ARG_TEST_LINK})
    target_compile_definitions(
      veer_${layer}_test PRIVATE VEER_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data"
                                 VEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    veer_test_program(veer_${layer}_test ${layer})
  endif()
endfunction()
