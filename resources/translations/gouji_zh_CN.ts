<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report, or a review file to continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example report with three deliberate mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review as JSON, to continue it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save review &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the tables as an Excel workbook, or as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the report away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the step that was taken back again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the figure of the cell; typing does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;vert cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to what the file says in this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected figures, for Excel or WPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the finding before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the first suggestion for the finding at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onfirm cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that the doubtful figure of the cell is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reading error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says something else: it was read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office printed it so: goes on the list that is sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the finding open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the source larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the source smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make pages as wide as their view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whole pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to &amp;cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the place in the source that the cell was read from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pa&amp;nel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard to the tables, the findings, the source in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys, and what the marks in the tables mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Gouji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>an equation is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved by an equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is an annotation after the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a unit stands with the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has fewer figures than the form has columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has more figures than the form has columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row label was recognised only roughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row label is missing, the row follows from its neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figure was put together from two parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figure touches its neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figure reaches over the border of its cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column was found by counting, its head could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cell was printed twice with different figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printed text is not a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EquationStrip</name>
    <message>
        <source>✓ holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ figures missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ difference {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a figure to see the equations it takes part in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No equation says anything of this cell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureEditor</name>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number. Type a figure such as 1,234 or 1.5万, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settles {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every equation of the form holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F8 for the next finding.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Table {number} · {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys and marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing, double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the figure; Esc leaves it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the figure and go to the next finding, or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab, arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From figure to figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and end of the line; with Ctrl, of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Findings ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gouji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gouji {version}

A review desk for annual disclosure reports. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Gouji</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Reports and review files (*.pdf *.txt *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review file (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is encrypted. Its password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That password does not open “{name}”. Another one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the corrections to “{name}” first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report itself is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The source of this review file is not beside it, or it has changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Page {page} / {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working on “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checkable {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrections {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every equation of the form holds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrailPanel</name>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert this correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open a report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gouji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads an annual disclosure report, checks every sum, and shows where each figure stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a PDF, TXT or review file here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
