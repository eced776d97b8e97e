// Package fuzz holds the fuzz targets, the structural mutator, the growth
// tests and the benchmarks over the public API of this module. It exports
// nothing.
//
// # Fuzz targets
//
// Each checks properties, such as that a report read one byte at a time is the
// same, or that every address reported stands in the message. go test runs the
// targets over their seeds: the messages of ../testdata and the inputs of
// testdata/fuzz that once failed. To look for new ones, name one target:
//
//	go test ./fuzz -run '^$' -fuzz '^FuzzParse$' -fuzztime 30m -fuzzminimizetime 10x
//
// Without the last flag Go spends up to a minute on making each interesting
// input smaller. go test ./fuzz -list Fuzz lists the targets. What fails is written to
// testdata/fuzz/TARGET; commit it with the fix.
//
// # Mutations and growth
//
// TestMutations applies what mail systems and attackers do to messages, some
// thousand times from a fixed seed, and checks the same properties. With
// -short it does part of it:
//
//	go test ./fuzz -run TestMutations
//
// TestGrowth feeds each attack at a size and at four times that size: neither
// the time nor the bytes allocated may grow faster than the input.
//
//	go test ./fuzz -run 'TestGrowth|TestPeakHeap' -v
//
// # Benchmarks
//
// They run over ../testdata, or over the folder that NDR_CORPUS names.
// BenchmarkFloor, which only walks over the same messages with go-message, is
// what BenchmarkParse is to be compared with:
//
//	NDR_CORPUS=/var/mail/bounces go test ./fuzz -run '^$' -bench . -count 10
package fuzz
