/*
 * Lets better-sqlite3, which is written for Node-API 10, be compiled for Node-API 9 (Node.js 20, Electron 33).
 * Force-included in front of its sources by sqlite-addon.mjs.
 *
 * Of version 10 it needs one thing: references to primitive values (before, a reference could hold objects, functions,
 * symbols and externals only; https://nodejs.org/api/n-api.html#napi_create_reference). Here a reference to any other
 * value is made to a one-element array that holds it, and is looked through when it is read.
 *
 * Declaring the addon "experimental" would load as well, but then its finalizers run inside garbage collection, and a
 * collection that falls together with a thrown SQLite error stops the whole process.
 */
#pragma once
#include <node_api.h>

#ifdef __cplusplus
#include <unordered_set>

namespace simon_koppel_napi9 {

/* Which references hold an array of ours. One set per thread, because an addon's environment never leaves its thread;
 * never freed, because finalizers may still ask for it while the thread ends. */
inline std::unordered_set<napi_ref>& wrapped_references() {
  static thread_local std::unordered_set<napi_ref>* references = new std::unordered_set<napi_ref>();
  return *references;
}

inline bool can_be_referenced(napi_valuetype type) {
  switch (type) {
    case napi_object:
    case napi_function:
    case napi_symbol:
    case napi_external:
      return true;
    default:
      return false;
  }
}

inline napi_status create_reference(napi_env env, napi_value value, uint32_t initial_count, napi_ref* reference) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (can_be_referenced(type)) return napi_create_reference(env, value, initial_count, reference);

  napi_value wrapper;
  status = napi_create_array_with_length(env, 1, &wrapper);
  if (status == napi_ok) status = napi_set_element(env, wrapper, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, wrapper, initial_count, reference);
  if (status == napi_ok) wrapped_references().insert(*reference);
  return status;
}

inline napi_status get_reference_value(napi_env env, napi_ref reference, napi_value* value) {
  napi_status status = napi_get_reference_value(env, reference, value);
  const bool is_wrapped = status == napi_ok && *value != nullptr && wrapped_references().count(reference) > 0;
  return is_wrapped ? napi_get_element(env, *value, 0, value) : status;
}

inline napi_status delete_reference(napi_env env, napi_ref reference) {
  wrapped_references().erase(reference);
  return napi_delete_reference(env, reference);
}

}  // namespace simon_koppel_napi9

/* From here on the sources that follow get the three functions above. */
#define napi_create_reference simon_koppel_napi9::create_reference
#define napi_get_reference_value simon_koppel_napi9::get_reference_value
#define napi_delete_reference simon_koppel_napi9::delete_reference
#endif
