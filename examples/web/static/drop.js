// Files and texts can be dropped anywhere on the page. Everything else works
// without this script.
"use strict";
const form = document.getElementById("input");

document.getElementById("drop").hidden = false;

form.addEventListener("submit", () => {
  const status = document.getElementById("status");
  status.textContent = status.dataset.reading;
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dragging");
});

document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  const { files } = event.dataTransfer;
  const text = event.dataTransfer.getData("text/plain");
  if (files.length > 0) {
    form.elements.file.files = files;
  } else if (text) {
    form.elements.text.value = text;
  } else {
    return;
  }
  form.requestSubmit();
});
