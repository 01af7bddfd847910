# cmake -Dbuild=DIR -Dwork=DIR -Dconsumer=DIR -Dcompiler=CXX -Dflags=FLAGS -Dversion=X.Y.Z -P check_prefix.cmake
set(prefix "${work}/prefix")
file(REMOVE_RECURSE "${work}")

# must(NAME COMMAND...): runs it; sets ${output}. A failure ends the test with everything that it said.
function(must name)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${name}: exit status ${status}\n${output}\n${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(must_say name text)
  string(FIND "${output}" "${text}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${name} does not say '${text}':\n${output}")
  endif()
endfunction()

must("installation" "${CMAKE_COMMAND}" --install "${build}" --prefix "${prefix}")
foreach(file bin/newsgraph share/doc/newsgraph/LICENSE share/doc/newsgraph/NOTICE share/man/man1/newsgraph.1
        share/man/man1/newsgraph-build.1 share/bash-completion/completions/newsgraph share/zsh/site-functions/_newsgraph
        share/fish/vendor_completions.d/newsgraph.fish)
  if(NOT EXISTS "${prefix}/${file}")
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
must("the installed program" "${prefix}/bin/newsgraph" --version)
must_say("--version" "newsgraph ${version}")

must("configuring a consumer" "${CMAKE_COMMAND}" -S "${consumer}" -B "${work}/consumer" -G Ninja
  "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_COMPILER=${compiler}" "-DCMAKE_CXX_FLAGS=${flags}"
  "-Dwanted_version=${version}")
must("building a consumer" "${CMAKE_COMMAND}" --build "${work}/consumer")
must("the consumer" "${work}/consumer/consumer")
must_say("the consumer" "digraph")
must_say("the consumer" "Ann")

set(model "${prefix}/share/newsgraph/models/en_core_web_sm-3.8.0")
if(NOT EXISTS "${model}/config.cfg")
  message("skipped: no language model was installed; './bootstrap model' fetches it")
  return()
endif()
# Nothing but the place beside the program may lead it to the model.
must("newsgraph model" "${CMAKE_COMMAND}" -E env --unset=NEWSGRAPH_MODEL --unset=XDG_DATA_HOME "HOME=${work}"
  "${prefix}/bin/newsgraph" model)
must_say("newsgraph model" "${model}")
