package freeform

import "testing"

func TestAfterDate(t *testing.T) {
	for line, want := range map[string]string{
		"Tue 2024-05-14 09:14:02: --> QUIT":        "--> QUIT",
		"09:14:02:   --> QUIT":                     "--> QUIT",
		"Tue 2024-05-14 09:14:02: [12:1] --> QUIT": "--> QUIT",
		"Tue 2024-05-14 09:14:02: [x] --> QUIT":    "[x] --> QUIT",
		"Tue 2024-05-14 09:14-02: --> QUIT":        "Tue 2024-05-14 09:14-02: --> QUIT",
		"Tue 2024-05-14 09-14:02: --> QUIT":        "Tue 2024-05-14 09-14:02: --> QUIT",
		"Tue 2024-05-14 09:14:xx: --> QUIT":        "Tue 2024-05-14 09:14:xx: --> QUIT",
		"Tue 2024-05-14 09:xx:02: --> QUIT":        "Tue 2024-05-14 09:xx:02: --> QUIT",
		"14:02: --> QUIT":                          "14:02: --> QUIT",
		"--> QUIT":                                 "--> QUIT",
	} {
		if got := afterDate(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
