"""The properties of a draft (title, author, language) as Jinja source; no clock, only the date of issue."""

from __future__ import annotations

CORE_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ document_title }}</dc:title>'
    "<dc:subject>{{ document_subject }}</dc:subject><dc:creator>{{ document_author }}</dc:creator>"
    "<cp:lastModifiedBy>{{ document_author }}</cp:lastModifiedBy><dc:language>vi-VN</dc:language>"
    "{% if document_date %}"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{{ document_date }}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{{ document_date }}</dcterms:modified>'
    "{% endif %}</cp:coreProperties>\n"
)
