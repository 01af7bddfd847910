# What `cmake --install` puts into a prefix: program, language model, libraries with headers, licences. Included behind
# the rooms, for it installs what they declared.
include(CMakePackageConfigHelpers)
set(data_dir "${CMAKE_INSTALL_DATADIR}/newsgraph")
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/newsgraph")

if(TARGET newsgraph)
  install(TARGETS newsgraph COMPONENT program)
endif()

set(model en_core_web_sm-3.8.0)
install(DIRECTORY "models/${model}" DESTINATION "${data_dir}/models" COMPONENT program OPTIONAL)
install(CODE "if(NOT EXISTS \"${PROJECT_SOURCE_DIR}/models/${model}/config.cfg\")
  message(\"-- No language model in ${PROJECT_SOURCE_DIR}/models: run './bootstrap model', then install again.\")
endif()" COMPONENT program)
# For reading, and as a start for tables of one's own: the program has its copy inside.
install(DIRECTORY extract/data/ DESTINATION "${data_dir}/data" COMPONENT program FILES_MATCHING PATTERN "*.tsv"
  PATTERN "*_by_hand.tsv" EXCLUDE)
# Man pages and completions come out of the program itself.
if(TARGET newsgraph)
  install(CODE "
    set(share \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATAROOTDIR}\")
    function(generate file)
      get_filename_component(folder \"\${share}/\${file}\" DIRECTORY)
      file(MAKE_DIRECTORY \"\${folder}\")
      execute_process(COMMAND \"$<TARGET_FILE:newsgraph>\" generate \${ARGN} OUTPUT_FILE \"\${share}/\${file}\" COMMAND_ERROR_IS_FATAL ANY)
      message(STATUS \"Installing: \${share}/\${file}\")
    endfunction()
    generate(man/man1/newsgraph.1 man)
    foreach(command build add remove merge info check same different rename retype extract triples annotate neighbors
            evidence path top timeline documents diff communities why entities relations stats export schema model generate help)
      generate(man/man1/newsgraph-\${command}.1 man \${command})
    endforeach()
    generate(bash-completion/completions/newsgraph complete-bash)
    generate(zsh/site-functions/_newsgraph complete-zsh)
    generate(fish/vendor_completions.d/newsgraph.fish complete-fish)" COMPONENT program)
endif()
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)

# The command line's own library is for the program and its tests alone.
get_property(modules GLOBAL PROPERTY NEWSGRAPH_MODULES)
list(REMOVE_ITEM modules newsgraph_cli)
set_target_properties(newsgraph_settings PROPERTIES EXPORT_NAME settings)
install(TARGETS ${modules} newsgraph_settings EXPORT newsgraph-targets ARCHIVE COMPONENT development)
install(DIRECTORY extract graph export DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/newsgraph" COMPONENT development
  FILES_MATCHING PATTERN "*.hpp")
install(EXPORT newsgraph-targets NAMESPACE newsgraph:: DESTINATION "${package_dir}" COMPONENT development)

configure_package_config_file(cmake/newsgraph-config.cmake.in newsgraph-config.cmake INSTALL_DESTINATION "${package_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(newsgraph-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/newsgraph-config.cmake" "${PROJECT_BINARY_DIR}/newsgraph-config-version.cmake"
  cmake/FindCLD2.cmake
  DESTINATION "${package_dir}" COMPONENT development)
