package mime

import (
	"strings"
	"testing"
)

// TestHTMLHidden shows what a person sees of a document in which something is
// hidden: the word "no" must never be read, "yes" always.
func TestHTMLHidden(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"display", `<div style="display:none">no</div><p>yes</p>`, "yes\n"},
		{"display, important, in capitals", `<div STYLE="color:red; DISPLAY : None !important">no</div>yes`, "yes"},
		{"another display", `<div style="display:block">yes</div>`, "yes\n"},
		{"nothing inside can undo it", `<div style="display:none"><p style="display:block;visibility:visible">no</p></div>yes`, "yes"},
		{"it breaks no line", `a<div style="display:none">no<br>no<hr>no</div>b`, "ab"},
		{"a cell", `<table><tr><td>a</td><td style="display:none">no</td><td>b</td></tr></table>`, "a\tb\n"},
		{"visibility", `<p style="visibility:hidden">no</p>yes`, "yes"},
		{"choices", `<select><option>no</select>yes`, "yes"},
		{"what is drawn instead", `<svg><text>no</text></svg><video>no</video>yes`, "yes"},
		{"beyond the depth", strings.Repeat("<i>", 520) + "no", ""},
		{"hidden cell around a table", `<table><tr><td style="display:none"><table><tr><td>no</td></td>no</tr></table></td><td>yes</td></tr></table>`, "yes\n"},
		{"hidden from Outlook", `<p style="mso-hide:all">no</p>yes`, "yes"},
		{"transparent", `<p style="opacity:0">no</p>yes`, "yes"},
		{"outside the window", `<p style="position:absolute;left:-9999px">no</p><p style="text-indent:-1000em">no</p>yes`, "yes"},
		{"indented back", `<p style="text-indent:-20px">yes</p>`, "yes\n"},
		{"clipped", `<p style="clip:rect(0,0,0,0)">no</p><p style="clip-path:inset(100%)">no</p>yes`, "yes"},
		{"not clipped", `<p style="clip:auto">yes</p>`, "yes\n"},
		{"transparent letters", `<p style="color:transparent">no</p>yes`, "yes"},
		{"no width", `<p style="width:0;overflow:hidden">no</p>yes`, "yes"},
		{"class", `<style>.a, div.b { display: none } #c{visibility:hidden}</style><p class="x a">no</p><div class=b>no</div><p id=c>no</p>yes`, "yes"},
		{"class of what stands before", `<p class=a>no</p>yes<STYLE type="text/css"><!-- .a{font-size:0} --></STYLE>`, "yes"},
		{"every element of a name", `<style>td p{display:none}</style><p>no</p><i>yes</i>`, "yes"},
		{"class within an element", `<style>td > .a:hover{display:none}</style><p class=a>no</p>yes`, "yes"},
		{"every element", `<style>*{display:none}</style><p>no</p>`, ""},
		{"comment in a style sheet", `<style>/* .b{ */.a{/**/display:/**/none}</style><p class=a>no</p><i class=b>yes</i>`, "yes"},
		{"comment in a style", `<p style="display:/**/none">no</p><p style="/*display:none*/">yes</p>`, "yes\n"},
		{"class for a small screen", `<style>@media screen{.a{display:none} .b{color:red}} .c{color:red}</style><p class=a>yes</p>`, "yes\n"},
		{"class that is another", `<style>.a{display:none} .b{color:red}</style><p class=aa>yes</p>`, "yes\n"},
		{"half transparent", `<p style="opacity:0.5">yes</p>`, "yes\n"},
		{"no height", `<div style="max-height:0;overflow:hidden">no</div>yes`, "yes"},
		{"visibility collapse", `<p style="visibility:collapse">no</p>yes`, "yes"},
		{"visible inside", `<p style="visibility:hidden">no <b style="visibility:visible">yes</b> no</p>`, "yes\n"},
		{"inherited inside", `<p style="visibility:hidden"><b style="visibility:inherit">no</b></p>yes`, "yes"},
		{"font size", `<span style="font-size:0;color:#fff">no</span>yes`, "yes"},
		{"font size with a unit", `<span style="font-size: 0.0px">no</span>yes`, "yes"},
		{"font size that is not zero", `<span style="font-size:10px">yes</span>`, "yes"},
		{"font size of half an em", `<span style="font-size:0.5em">yes</span>`, "yes"},
		{"font size inherited", `<td style="font-size:0px">no<div style="font-size:100%">no</div><div style="font-size:2em">no</div></td>yes`, "yes"},
		{"font size set again, as layouts of mail do", `<td style="font-size:0px">no<div style="font-size:14px">yes</div>no</td>`, "yes\n"},
		{"font size in root em", `<td style="font-size:0"><i style="font-size:1rem">yes</i></td>`, "yes"},
		{"font element", `<td style="font-size:0"><font size="2">yes</font><font color="red">no</font></td>`, "yes"},
		{"font shorthand", `<p style="font:bold 0/0 a">no<b style="font:10px/1.2 Arial">yes</b></p>`, "yes\n"},
		{"hidden attribute", `<div hidden>no</div><div hidden="">no</div>yes`, "yes"},
		{"a color that is hidden", `<p style="color:hidden;display:inline;visibility:visible">yes</p>`, "yes\n"},
		{"visible that was never hidden", `<p style="visibility:inherit">yes</p>`, "yes\n"},
		{"size of another element", `<td style="font-size:0"><b size="2">no</b></td>yes`, "yes"},
		{"sizes that are relative", `<td style="font-size:0"><i style="font-size:larger">no</i><i style="font-size:smaller">no</i><i style="font-size:inherit">no</i><i style="font-size:">no</i></td>yes`, "yes"},
		{"preformatted inside", "<pre>a\n <b>b\n c</b></pre>d\n e", "a\n b\n c\nd e"},
		{"header cells", `<tr><th>a</th><th hidden>no</th><th>b</th></tr>`, "a\tb\n"},
		{"template", `<template><p>no</p></template>yes`, "yes"},
		{"title, script, style", `<title>no</title><script>no</script><style>no</style>yes`, "yes"},
		{"comment", `a<!-- <p>no</p> -->b`, "ab"},
		{"noscript is what mail programs show", `<noscript>yes</noscript>`, "yes"},
		{"link", `<div hidden><a href="mailto:no@example.com">no</a></div><a href="mailto:a@example.com">A</a>`, "A<mailto:a@example.com>"},
		{"link that cannot be seen", `<p style="font-size:0"><a href="mailto:no@example.com">no</a></p>yes`, "yes"},

		// What is not closed ends where it does in a browser.
		{"a void element", `<br style="display:none">yes<img hidden>yes<hr hidden>`, "\nyesyes\n"},
		{"same name inside", `<div hidden>no<div>no</div>no</div>yes`, "yes"},
		{"paragraph before the next", `<p hidden>no<p>yes`, "yes"},
		{"paragraph before a block", `<p hidden>no<div>yes</div>`, "yes\n"},
		{"paragraph before an inline element", `<p hidden>no<b>no</b>no</p>yes`, "yes"},
		{"list item", `<ul><li hidden>no<li>yes</ul>`, "yes\n"},
		{"list in a list item", `<ul><li hidden>no<ul><li>no</ul>no</ul>yes`, "yes"},
		{"ordered list in a list item", `<ol><li hidden>no<ol><li>no</ol>no</ol>yes`, "yes"},
		{"definitions in a definition", `<dl><dd hidden>no<dl><dt>no<dd>no</dl>no</dl>yes`, "yes"},
		{"list item in another element of the list", `<ul><li hidden><b>no<li>yes</ul>`, "yes\n"},
		{"paragraph in a cell in a hidden paragraph's table", `<div hidden><p>no<table><tr><td><p>no<p>no</table>no</div>yes`, "yes"},
		{"end of an inline element in a cell", `<b><table><tr><td hidden>no</b>no<td>yes</table>`, "yes\n"},
		{"definition", `<dl><dt hidden>no<dd>yes<dt hidden>no<dd>yes</dl>`, "yes\nyes\n"},
		{"cell", `<table><tr><td hidden>no<td>yes</table>`, "yes\n"},
		{"row", `<table><tr hidden><td>no<tr><td>yes</table>`, "yes\n"},
		{"group of rows", `<table><tbody hidden><tr><td>no<tbody><tr><td>yes</table>`, "yes\n"},
		{"table in a cell", `<table><tr hidden><td>no<table><tr><td>no</table>no<tr><td>yes</table>`, "yes\n"},
		{"element in a cell", `<table><tr><td><div hidden>no</td><td>yes</td></table>`, "yes\n"},
		{"element in another", `<div><span hidden>no</div>yes`, "yes"},
		{"paragraph around a cell", `<p hidden>no<table><tr><td>yes</table>`, "yes\n"},
		{"end tag of nothing", `<div hidden>no</p></i></section>no</div>yes`, "yes"},
		{"end tag of an inline element outside", `<b><div hidden>no</b>no</div>yes`, "yes"},
		{"end tag outside of the cell", `<div><table><tr><td hidden>no</div>no</td><td>yes</table></div>`, "yes\n"},
		{"behind the body", `<body><div hidden>no</div></body></html>yes`, "yes"},
		{"to the end of the whole document", `yes<html><body><div hidden>no</body>no</html>no`, "yes\n"},
		{"to the end of the document", `yes<div hidden>no</body></html>no`, "yes"},
		{"to the end of the document that goes on", `<div hidden>no</html>no<p>no`, ""},
		{"deeper than is told apart", `<div hidden>` + strings.Repeat("<b>", 2*maxOpen) + "no" + strings.Repeat("</b>", 2*maxOpen) + "no</div>yes", "yes"},
	}
	for _, tt := range tests {
		if got, _ := HTMLText(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
