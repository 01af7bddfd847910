# What every target shares: the language level, warnings, and the include root (headers are named from the project's
# top: "extract/record.hpp").
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(newsgraph_settings INTERFACE)
target_compile_features(newsgraph_settings INTERFACE cxx_std_20)
target_include_directories(newsgraph_settings INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/newsgraph>)
# No fused or reordered floating point but what the source asks for: the same bytes on every machine.
target_compile_options(newsgraph_settings INTERFACE -ffp-contract=off)

add_library(newsgraph_warnings INTERFACE)
# -Wrestrict is off: g++ 12 warns falsely of std::string's operator+ (GCC bug 105651).
target_compile_options(newsgraph_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wno-restrict
  $<$<BOOL:${NEWSGRAPH_WERROR}>:-Werror>)

# newsgraph_module(NAME SOURCES... ): a static library newsgraph_NAME with the alias newsgraph::NAME.
function(newsgraph_module name)
  add_library(newsgraph_${name} STATIC ${ARGN})
  add_library(newsgraph::${name} ALIAS newsgraph_${name})
  set_target_properties(newsgraph_${name} PROPERTIES EXPORT_NAME ${name})
  target_link_libraries(newsgraph_${name} PUBLIC newsgraph_settings PRIVATE $<BUILD_INTERFACE:newsgraph_warnings>)
  set_property(GLOBAL APPEND PROPERTY NEWSGRAPH_MODULES newsgraph_${name})
endfunction()
