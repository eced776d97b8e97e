package provider

import (
	"encoding/json"
	"strings"
)

// An object is a JSON object. Its keys are compared exactly, where encoding/json
// takes "BOUNCE" for "bounce" in a struct. What is missing or of another type is
// the zero value.
type object map[string]json.RawMessage

// parseObject reads the object that text begins with, nil where it is none.
// Anything may follow: mail has a footer there.
func parseObject(text string) object {
	var o object
	if json.NewDecoder(strings.NewReader(text)).Decode(&o) != nil {
		return nil
	}
	return o
}

func (o object) text(key string) string      { return value[string](o, key) }
func (o object) texts(key string) []string   { return value[[]string](o, key) }
func (o object) object(key string) object    { return value[object](o, key) }
func (o object) objects(key string) []object { return value[[]object](o, key) }

func value[T any](o object, key string) T {
	var v, none T
	if json.Unmarshal(o[key], &v) != nil {
		return none
	}
	return v
}
