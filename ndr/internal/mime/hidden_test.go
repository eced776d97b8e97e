package mime

import (
	"fmt"
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

// TestHTMLSure shows what a person sees for certain, and what may be hidden: that is
// kept, and in doubt.
func TestHTMLSure(t *testing.T) {
	for in, want := range map[string]bool{
		"text": true, "": true, "<p>text": true, "<center><font color=red size=2 face=Arial><b>text</b></font></center>": true,
		"<gs>text</gs>": false, "<gs> \u00a0 </gs>text": true, "<alice@example.com>: text": true,

		// Elements.
		"<s>text</s>": false, "<del>text</del>": false, "<ruby>text<rt>text</rt></ruby>": false, "<details>text</details>": false, "<meter>text</meter>": false,
		"<progress>text</progress>": false, "<math>text</math>": false, "<button>text</button>": false, "<textarea>text</textarea>": false, "<marquee>text</marquee>": false,
		"<select><option>text</select>": true, "<bdo dir=rtl>text</bdo>": false, "<noscript>text</noscript>": true, "<title>text</title>": true,

		// Properties.
		`<p style="weight:1">text`: false, `<p style="weight:none">text`: true, `<p style="weight">text`: true, `<p style="">text`: true,
		`<p style="display:block">text`: true, `<p style="display:ruby-text">text`: false, `<p style="display:none">text`: true, `<p style="visibility:visible">text`: true,
		`<p style="opacity:0.9">text`: true, `<p style="opacity:.05">text`: false, `<p style="opacity:1%">text`: false, `<p style="opacity:x">text`: false, `<p style="opacity:0">text`: true,
		`<p style="height:20px">text`: true, `<p style="height:2px">text`: false, `<p style="height:auto">text`: true, `<p style="height:calc(0)">text`: false,
		`<p style="width:50%">text`: true, `<p style="width:0.1%">text`: false, `<p style="width:0.001em">text`: false,
		`<p style="height:20px;overflow:hidden">text`: false, `<p style="overflow:hidden">text`: true, `<p style="overflow:hidden;width:20px">text`: false, `<p style="max-height:20px;overflow-y:clip">text`: false,
		`<p style="margin:0 auto">text`: true, `<p style="overflow:hidden;width:700px">text`: true, `text<div style="position:absolute"></div>`: false, `text<div style="margin-top:-90px"></div>`: false, `<p style="margin:0 0 0 -200px">text`: false, `<p style="margin-left:-20em">text`: false, `<p style="margin-left:-5.4pt">text`: true,
		`<p style="margin-left:-50%">text`: false, `<p style="padding:5% 0">text`: true, `<p style="padding-left:4000px">text`: false, `<p style="margin:x">text`: false,
		`<p style="letter-spacing:1px">text`: true, `<p style="letter-spacing:-200px">text`: false,
		`<p style="position:relative">text`: true, `<p style="position:fixed">text`: false, `<p style="transform:scale(0)">text`: false, `<p style="filter:opacity(0)">text`: false,
		`<p style="content-visibility:hidden">text`: false, `<p style="zoom:0.01">text`: false, `<p style="unicode-bidi:bidi-override">text`: false, `<p style="-webkit-mask:x">text`: false,
		`<p style="-webkit-text-size-adjust:100%;-webkit-hyphens:auto;-webkit-border-radius:6px;-ms-interpolation-mode:bicubic">text`: true,
		`<p style="-webkit-text-fill-color:white">text`: false, `<p style="text-security:disc">text`: false, `<p style="text-align:left;text-transform:uppercase">text`: true,
		`<p style="text-decoration:underline">text`: true, `<p style="text-decoration:line-through">text`: false, `<p style="mso-line-height-rule:exactly">text`: true,
		`<p style="border:1px solid rgb(0,0,0);border-radius:4px;list-style:none">text`: true, `<p style="background-clip:text">text`: false, `<p style="color:var(--x)">text`: false,
		`<p style="background-image:url(x)">text`: false, `<p style="font-family:env(x)">text`: false, `<p style="font-family:'a;display:none'">text`: true,

		`<div style="display:inline">a</div><div style="display:inline-block">text</div>`: false, `<b style="display:inline-block">text</b>`: true,
		`<style>b:before{content:"x"}</style><b>text</b>`: false, `<style>b:before{content:""}</style><b>text</b>`: true, `<style>.A{font-size:1px}</style><b class=a>text</b>`: false,

		// Sizes.
		`<p style="font-size:3px">text`: false, `<p style="font-size:0.5px">text`: false, `<p style="font-size:-1px">text`: false, `<p style="font-size:10px">text`: true, `<p style="font-size:8pt">text`: true,
		`<p style="font-size:small">text`: true, `<p style="font-size:1vw">text`: false, `<p style="font-size:20%"><i style="font-size:1em">text`: false, `<p style="font-size:20%"><i style="font-size:initial">text`: true,
		`<p style="font:1px a">text`: false, `<p style="font:bold 700 12px/0 a">text`: false, `<p style="font:italic 12px/1.2 a">text`: true, `<p style="font-size:2px"><font size=1>text`: true,
		`<p style="line-height:0">text`: false, `<p style="line-height:0.3">text`: false, `<p style="line-height:1px">text`: false, `<p style="line-height:1.3">text`: true, `<p style="line-height:20px">text`: true,
		`<p style="line-height:0"><i style="line-height:normal">text`: true, `<p style="line-height:0"><i style="line-height:inherit">text`: false, `<p style="line-height:x">text`: false,

		// Colors.
		`<p style="color:#fff">text`: false, `<p style="color:white;background:#00f">text`: true, `<p style="color:#f0f0f0">text`: false, `<p style="color:#999">text`: true, `<p style="color:#fefefe;background-color:#333">text`: true,
		`<p style="color:rgba(0,0,0,0)">text`: false, `<p style="color:rgba(0,0,0,1)">text`: true, `<p style="color:rgb(0 0 0 / 100%)">text`: true, `<p style="color:rgb(255,255,255)">text`: false, `<p style="color:#00000000">text`: false,
		`<p style="color:snow">text`: false, `<p style="color:hsl(0,0,0)">text`: false, `<p style="color:rgb(x,0,0)">text`: false, `<p style="background:black">text`: false, `<p style="background:url(x) no-repeat">text`: false,
		`<p style="background:rgb(200,200,200)">text`: true, `<p style="background:none">text`: true, `<p style="color:inherit">text`: true,
		`<body bgcolor=black text=white>text`: true, `<body bgcolor=black>text`: false, `<td bgcolor="#000000"><font color=ffffff>text`: true, `<font color=fffffe>text`: false, `<font color="x y">text`: false,

		// Escapes, comments and doubled attributes.
		`<p style="\64isplay:none">text`: false, `<p style="font-family:'\64'">text`: true, `<p style="/*x*/color:red">text`: true, `<p style="color:red" style="weight:1">text`: true, `<p style="weight:1" style="color:red">text`: false,

		// Style sheets.
		`<style>p{color:#333;margin:0}</style><p>text`: true, `<style>p{weight:1}</style><p>text`: false, `<style>b{weight:1}</style><p>text`: true, `<style>body{weight:1}</style>text`: false,
		`<style>@media screen{p{display:none}}</style><p>text`: false, `<style>@media screen{p{margin:1px}}</style><p>text`: true, `<style>@font-face{weight:1;src:url(x)}</style><p>text`: true,
		`<style>@import "x"; p{weight:1}</style><p>text`: false, `<style>p{b{display:none}}</style><p>text`: false, `<style>.\61{display:none}</style><p>text`: false, `<style>@media screen{}b{weight:1}</style><p>text`: true,
		`<style>p:before{content:"</x>}"}b{weight:1}</style><b>text`: false, `<style>p{font-size:1px}p.x{font-size:9px}</style><p class=x>text`: false, `<style>p{color:white}</style><p style="color:black">text`: true,
		`<style>@font-face{font-family:"\@SimSun"}</style><p>text`: true,

		`<style>a{content:"/*"}b{font-size:1px}a{content:"*/"}</style><b>text</b>`: false, `<style>b{/*"*/font-size:1px}a{content:"x"}</style><b>text</b>`: false,
		`<p style="dis/**/play:none">text`: true, `<p style="font:12px/1.2 a">text`: true, `<p style="background:url(">text`: false, `<p style="src:url('a;b')">text`: true,

		`<p style="background:snow">text`: false, `<p style="background:#fff no-repeat top left / 20px">text`: true, `<p style="background-image:linear-gradient(#000,#000)">text`: false,
		`<p style="background-image:none;background-repeat:no-repeat">text`: true, `<table background="x.png"><tr><td>text`: false, `<body link=white><a>text</a>`: false, `<body link=blue vlink=purple><a>text</a>`: true,
		`<p style="outline:900px solid white">`: false, `<p style="outline:none">`: true, `<p style="box-shadow:0 0 0 900px white">`: false, `<p style="font-size-adjust:0">text`: false,
		`<p style="margin:-1px 0">text`: false, `<p style="margin-top:-1px">text`: false, `<p style="margin-right:-5px">text`: true, `<p style="position:relative;left:30px">text`: false, `<p style="position:relative;left:0">text`: true,
		`<p style="letter-spacing:-1px">text`: true, `<p style="letter-spacing:-9px">text`: false, `<p style="vertical-align:middle">text`: true, `<p style="vertical-align:-99px">text`: false, `<p style="vertical-align:1px">text`: true,
		`<p style="border-image:url(x)">text`: false, `<p style="height:20px;width:700px;overflow:hidden">text`: false, `<body style="color:white"><p style="color:black">text`: true,

		// Two rules for one element.
		`<style>p{text-decoration:line-through}.x{margin:0}</style><p class=x>text`: false, `<style>div{display:inline}.x{margin:0}</style><div class=x>text`: false,
		`<style>p{color:white}.x{margin:0}</style><p class=x>text`: false, `<style>p{background:black}.x{margin:0}</style><p class=x>text`: false,
		`<style>p{color:white}.x{color:black}</style><p class=x>text`: true, `<style>p{background:black}.x{background:white}</style><p class=x>text`: true,
		`<style>p{weight:1}.x{margin:0}</style><p class=x>text`: false, `<style>p{font-family:"\61"}.x{margin:0}</style><p class=x>text`: true,
		`<style>p{font-size:1px}.x{font-size:2px}</style><p class=x>text`: false, `<style>p{visibility:hidden}.x{visibility:visible}</style><p class=x>text`: true,
		`<style>a{src:url("a)b{")}b{weight:1}</style><b>text`: false, `<style>a{src:url('a)b{')}b{weight:1}</style><b>text`: false,
		`<style>@media x{b{font-size:20px}}</style><b>text`: true, `<style>@media x{b{font-size:2px}}</style><b>text`: false, `<style>@media x{b{font-size:2em}}</style><b>text`: true,
		`<style>@media x{b{color:red}}</style><b>text`: false,

		// What ends a hidden element other than its end tag.
		`<p hidden>text</p>text`: true, `<p hidden>text<p>text`: false, `<div hidden>text<p>text</div>text`: false, `<div hidden>text</div>text`: true, `<div hidden><b>text</b></div>text`: true,
		`<p>text<p>text`: true, `<p>text<b hidden>text</p>text`: false, `<div hidden><select></div>text`: false, `<table><tr><td hidden>text<td>text`: false, `<table><tr><td hidden>text</td><td>text</table>`: true,

		// Columns, the whole document, conditions, links.
		`<table><col style="visibility:collapse"><tr><td>text</table>`: false, `<table><col width=20><tr><td>text</table>`: true, `<table><colgroup style="visibility:collapse"><tr><td>text</table>`: false,
		`text<body hidden>`: false, `text<body hidden>text`: false, `<body><body style="color:red">text`: true,
		`<![if !mso]>text<![endif]>`: false, `<![if !mso]><![endif]>text`: true, `<!--[if mso]>text<![endif]-->text`: true, `<!--[if !mso]><!-->text<!--<![endif]-->`: false,
		`<a href="mailto:a@example.com">A</a>`: true, `<a href="mailto:A@example.com">a@example.com</a>`: true, `<a href="mailto:a@example.com">b@example.com</a>`: false,
	} {
		if _, sure := HTMLText(in); sure != want {
			t.Errorf("%s: sure is %v", in, sure)
		}
	}
	many := "<style>" + strings.Repeat(".a{weight:1}", 3)
	for i := range maxRules {
		many += fmt.Sprintf(".c%d{weight:1}", i)
	}
	if _, sure := HTMLText(many + "</style>text"); !sure {
		t.Error("text without an element is in doubt")
	}
	if _, sure := HTMLText(many + ".z{weight:1}</style><p>text"); sure {
		t.Error("a rule beyond the limit hides nothing")
	}
}
