// Package freeform reads a report of delivery from text that was written for
// people.
//
// What comes in is a [TextView]: the decoded text of a message, line by line,
// with the header that came with it. What goes out is a [found.Report]: the
// recipients that the text names, what was said of each, the host that reports,
// and whether the text is a report at all. It knows nothing of MIME, of
// delivery-status parts, of what a reply means for an address (it only asks
// package codes whether words give a known reason), and of the other readers.
//
// [Read] takes these steps, each of which reads only what the steps before it return:
//
//	classify  line, its neighbours and phrases -> class of the line, by its shape
//	group     classes in their order  -> reading: candidates and their lines
//	choose    reading                 -> the candidates that are recipients
//	explain   reading, chosen         -> why each was not reached
//	weigh     all of it               -> report or not, by named rules
//
// Only group keeps state from line to line. To teach it a new shape of line,
// add a class (classify.go) and what it means (group.go); a new label of a row
// or a phrase belongs into package wording; a new reason to take a text for a
// report, or not, is a rule of weigh.go.
package freeform
