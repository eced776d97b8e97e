package event

// openPostmark leaves the type out of all records but bounces, of which alone it tells more.
// Old events have no record.
func openPostmark(o *object) []*object {
	if record := o.str("RecordType"); record != "" && record != "Bounce" {
		delete(o.values, "Type")
	}
	return []*object{o}
}
