"""What visitors type who mean harm, or paste what they do not see: it may end up in every label, title, note and name."""

HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "wide formula": "＝1+1",
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "entity": "&lt;b&gt; &amp; &#x41;",
    "control": "가\x00나\x08\x1b[31m다\x7f",
    "surrogate": "가\ud800나\udfff",
    "turned": "\u202egpj.exe\u2066\u200f",
    "path": "../../etc/passwd",
    "drive": "C:\\Windows\\..\\x",
    "breaks": "가\r\n나\u2028다\u2029라\t마",
    "emoji": "👩‍👩‍👧‍👦 지역 𝒜𝑖",
    "long": "긴" * 5000,
    "xml": "]]><?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
}
