<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Gouji</source>
        <translation>关于勾稽</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本与许可</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>A review desk for annual disclosure reports. It works on this computer alone.</source>
        <translation>政府信息公开工作年度报告审核台。只在本机运行，不联网。</translation>
    </message>
    <message>
        <source>Gouji</source>
        <translation>勾稽</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核对(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a report, or a review file to continue</source>
        <translation>打开年度报告，或打开审核文件继续审核</translation>
    </message>
    <message>
        <source>Open the example report with three deliberate mistakes</source>
        <translation>打开示例报告，其中有三处故意写错的数</translation>
    </message>
    <message>
        <source>Compare with &amp;last year&apos;s report…</source>
        <translation>对照上年报告(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose last year&apos;s report of the unit, to check what follows from it</source>
        <translation>选择本单位的上年报告，核对两年之间的勾稽关系</translation>
    </message>
    <message>
        <source>Compare with &amp;none</source>
        <translation>不再对照(&amp;N)</translation>
    </message>
    <message>
        <source>Put last year&apos;s report away</source>
        <translation>收起上年报告</translation>
    </message>
    <message>
        <source>&amp;Save review</source>
        <translation>保存审核(&amp;S)</translation>
    </message>
    <message>
        <source>Save the review as JSON, to continue it later</source>
        <translation>把审核保存为 JSON，以后可以继续</translation>
    </message>
    <message>
        <source>Save review &amp;as…</source>
        <translation>审核另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the review under another name</source>
        <translation>换一个文件名保存审核</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the tables as an Excel workbook, or as JSON</source>
        <translation>把统计表导出为 Excel 工作簿或 JSON</translation>
    </message>
    <message>
        <source>Save list of &amp;problems…</source>
        <translation>保存问题清单(&amp;P)…</translation>
    </message>
    <message>
        <source>Write what is sent back to the unit as a letter, in Word or PDF</source>
        <translation>把需要退回单位核实的问题写成函件，Word 或 PDF</translation>
    </message>
    <message>
        <source>Prin&amp;t list of problems…</source>
        <translation>打印问题清单(&amp;T)…</translation>
    </message>
    <message>
        <source>Print the letter with what is sent back to the unit</source>
        <translation>打印退回单位核实的函件</translation>
    </message>
    <message>
        <source>Pr&amp;int tables…</source>
        <translation>打印表格(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Close report</source>
        <translation>关闭报告(&amp;C)</translation>
    </message>
    <message>
        <source>Put the report away</source>
        <translation>收起这份报告</translation>
    </message>
    <message>
        <source>&amp;Hand the desk over…</source>
        <translation>移交审核台(&amp;H)…</translation>
    </message>
    <message>
        <source>Write all reviews with their history to one file, for a colleague</source>
        <translation>把全部审核连同操作记录写入一个文件，交给同事</translation>
    </message>
    <message>
        <source>&amp;Bring a desk in…</source>
        <translation>并入审核台(&amp;B)…</translation>
    </message>
    <message>
        <source>Add the reviews of a colleague&apos;s desk to this one; nothing is lost</source>
        <translation>把同事的审核并入本机，两边都不丢失任何内容</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>撤销上一步操作</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do the step that was taken back again</source>
        <translation>重做刚撤销的操作</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>修改单元格(&amp;E)</translation>
    </message>
    <message>
        <source>Change the figure of the cell; typing does the same</source>
        <translation>修改单元格的数，直接输入也可以</translation>
    </message>
    <message>
        <source>F&amp;ill</source>
        <translation>填充(&amp;I)</translation>
    </message>
    <message>
        <source>Fin&amp;d previous</source>
        <translation>查找上一个(&amp;D)</translation>
    </message>
    <message>
        <source>Text enco&amp;ding…</source>
        <translation>文字编码(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Bigger text</source>
        <translation>放大界面文字(&amp;B)</translation>
    </message>
    <message>
        <source>Open the e&amp;xample</source>
        <translation>打开示例(&amp;E)</translation>
    </message>
    <message>
        <source>Print the corrected tables and the findings; export saves them as PDF</source>
        <translation>打印更正后的表格和勾稽问题；导出可存为 PDF</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Language, appearance, size of the text, and what else can be set</source>
        <translation>语言、外观、字号，以及其他可以设置的内容</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Take the figures out of the selected cells</source>
        <translation>清空选中单元格的数</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>批注(&amp;N)…</translation>
    </message>
    <message>
        <source>Write a note on the cell; it is kept with the review and exported</source>
        <translation>给单元格写批注，随审核保存，并随导出带出</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected figures, for Excel or WPS</source>
        <translation>复制选中的数，可粘贴到 Excel 或 WPS</translation>
    </message>
    <message>
        <source>Copy with &amp;heads</source>
        <translation>连同表头复制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the selected figures with the heads of their rows and columns</source>
        <translation>复制选中的数，连同所在行、列的表头</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste figures from the current cell on, or where the heads copied with them say</source>
        <translation>从当前单元格起粘贴；复制时带有表头的，按表头对号入座</translation>
    </message>
    <message>
        <source>Give the selected cells the figure at the top of their column; in one line, the first</source>
        <translation>选中的各列都填上最上面的数；只选一行时填上最左边的数</translation>
    </message>
    <message>
        <source>Re&amp;vert cells</source>
        <translation>还原单元格(&amp;V)</translation>
    </message>
    <message>
        <source>Go back to what the file says in the selected cells</source>
        <translation>把选中的单元格还原为文件中的数</translation>
    </message>
    <message>
        <source>Revert &amp;table</source>
        <translation>还原本表(&amp;T)</translation>
    </message>
    <message>
        <source>Go back to what the file says in the whole table</source>
        <translation>把整张表还原为文件中的数</translation>
    </message>
    <message>
        <source>Revert &amp;all</source>
        <translation>全部还原(&amp;A)</translation>
    </message>
    <message>
        <source>Go back to what the file says in all tables; that can be undone</source>
        <translation>把各表都还原为文件中的数，可以撤销</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find words or figures in the source and in the tables</source>
        <translation>在源文件和表格中查找文字或数字</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next place that was found</source>
        <translation>转到下一处</translation>
    </message>
    <message>
        <source>Go back to the place that was found before</source>
        <translation>回到上一处</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation>转到下一个勾稽问题</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to the finding before</source>
        <translation>回到上一个勾稽问题</translation>
    </message>
    <message>
        <source>Next doubtful fi&amp;gure</source>
        <translation>下一个存疑的数(&amp;G)</translation>
    </message>
    <message>
        <source>Go to the next figure that was read in doubt, or not found</source>
        <translation>转到下一个识读存疑或未找到、还没有核对的数</translation>
    </message>
    <message>
        <source>&amp;Apply suggestion</source>
        <translation>采纳建议(&amp;A)</translation>
    </message>
    <message>
        <source>Apply the first suggestion for the finding at hand</source>
        <translation>采纳当前问题的第一条修复建议</translation>
    </message>
    <message>
        <source>C&amp;onfirm cell</source>
        <translation>确认单元格(&amp;O)</translation>
    </message>
    <message>
        <source>Say that the doubtful figure of the cell is right</source>
        <translation>确认存疑的数是对的</translation>
    </message>
    <message>
        <source>&amp;Reading error</source>
        <translation>识别错误(&amp;R)</translation>
    </message>
    <message>
        <source>The file says something else: it was read wrongly</source>
        <translation>文件里不是这个数，是识别时读错了</translation>
    </message>
    <message>
        <source>&amp;Source error</source>
        <translation>原文错误(&amp;S)</translation>
    </message>
    <message>
        <source>The office printed it so: goes on the list that is sent back</source>
        <translation>报送单位就是这样写的，列入退回的问题清单</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>忽略(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing is wrong here</source>
        <translation>这里没有问题</translation>
    </message>
    <message>
        <source>&amp;Take decision back</source>
        <translation>撤回判定(&amp;T)</translation>
    </message>
    <message>
        <source>Leave the finding open again</source>
        <translation>重新作为未处理的问题</translation>
    </message>
    <message>
        <source>Re&amp;viewed, next</source>
        <translation>已审，下一份(&amp;V)</translation>
    </message>
    <message>
        <source>Mark the report as reviewed and open the next that is not</source>
        <translation>把这份报告标为已审，打开下一份待审的报告</translation>
    </message>
    <message>
        <source>&amp;Back to the report before</source>
        <translation>回到上一份(&amp;B)</translation>
    </message>
    <message>
        <source>Open the report again that was open before</source>
        <translation>重新打开刚才的那份报告</translation>
    </message>
    <message>
        <source>Not revie&amp;wed yet</source>
        <translation>取消已审(&amp;W)</translation>
    </message>
    <message>
        <source>Take the word back that the report is reviewed</source>
        <translation>收回“已审”的标记</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the source larger</source>
        <translation>放大源文件</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the source smaller</source>
        <translation>缩小源文件</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Make pages as wide as their view</source>
        <translation>页面与窗格同宽</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>适合整页(&amp;P)</translation>
    </message>
    <message>
        <source>Show whole pages</source>
        <translation>显示整页</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>转到页(&amp;G)…</translation>
    </message>
    <message>
        <source>Show another page of the source by its number</source>
        <translation>按页码显示源文件的某一页</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Turn the pages clockwise; remembered for this file</source>
        <translation>页面顺时针旋转，本文件下次打开时保持</translation>
    </message>
    <message>
        <source>Rotate l&amp;eft</source>
        <translation>向左旋转(&amp;E)</translation>
    </message>
    <message>
        <source>Turn the pages counterclockwise; remembered for this file</source>
        <translation>页面逆时针旋转，本文件下次打开时保持</translation>
    </message>
    <message>
        <source>Page &amp;thumbnails</source>
        <translation>页面缩略图(&amp;T)</translation>
    </message>
    <message>
        <source>Show all pages small beside the source, with dots where findings are</source>
        <translation>在源文件旁显示各页缩略图，有问题的页带标记</translation>
    </message>
    <message>
        <source>Zoom to &amp;cell</source>
        <translation>定位到单元格(&amp;C)</translation>
    </message>
    <message>
        <source>Show the place in the source that the cell was read from</source>
        <translation>显示这个数在源文件中的出处</translation>
    </message>
    <message>
        <source>Last &amp;year&apos;s figures</source>
        <translation>上年数字(&amp;Y)</translation>
    </message>
    <message>
        <source>Show last year&apos;s figure below each of this year&apos;s</source>
        <translation>在每个数字下面显示上年的数字</translation>
    </message>
    <message>
        <source>Read the text or web page again in another encoding</source>
        <translation>换一种编码重新读取文本或网页</translation>
    </message>
    <message>
        <source>Write everything in the window larger, up to twice the size</source>
        <translation>放大窗口里的所有文字，最大两倍</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小界面文字(&amp;M)</translation>
    </message>
    <message>
        <source>Write everything in the window smaller again</source>
        <translation>缩小窗口里的所有文字</translation>
    </message>
    <message>
        <source>Text of normal si&amp;ze</source>
        <translation>界面文字恢复原大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Write everything in the size of the system</source>
        <translation>所有文字恢复系统的大小</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Show the reports that wait beside the one that is open</source>
        <translation>在左边显示待审的各份报告</translation>
    </message>
    <message>
        <source>Next pa&amp;nel</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Give the keyboard to the tables, the findings, the source in turn</source>
        <translation>键盘依次转到统计表、问题、源文件</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen, and back</source>
        <translation>切换全屏显示</translation>
    </message>
    <message>
        <source>A guide, all keys, what the marks mean, and the rules</source>
        <translation>用法、全部按键、标记的含义和所核对的规则</translation>
    </message>
    <message>
        <source>&amp;About Gouji</source>
        <translation>关于勾稽(&amp;A)</translation>
    </message>
    <message>
        <source>Versions and licences of the program and of what it ships</source>
        <translation>本程序及其组成部分的版本与许可证</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Another encoding…</source>
        <translation>换一种编码…</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>an equation is broken</source>
        <translation>勾稽关系不成立</translation>
    </message>
    <message>
        <source>an equation is broken, another holds</source>
        <translation>所在关系式有的不成立，有的成立</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>无法核对</translation>
    </message>
    <message>
        <source>doubtful reading</source>
        <translation>识读存疑</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>not found in the file</source>
        <translation>文件中未找到</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>proved by an equation</source>
        <translation>勾稽关系印证</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Doubtful: {why}</source>
        <translation>存疑：{why}</translation>
    </message>
    <message>
        <source>Confirmed by the reviewer</source>
        <translation>审核人已确认</translation>
    </message>
    <message>
        <source>Corrected to {after}</source>
        <translation>已更正为 {after}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>批注：{text}</translation>
    </message>
    <message>
        <source>Proved: an equation that holds would notice a change</source>
        <translation>已印证：所在关系式成立，改动会被发现</translation>
    </message>
    <message>
        <source>First reading {first}, second reading {second}</source>
        <translation>第一次识读为 {first}，第二次识读为 {second}</translation>
    </message>
    <message>
        <source>Not found in the file</source>
        <translation>文件中未找到</translation>
    </message>
    <message>
        <source>The file leaves this cell empty</source>
        <translation>文件中此格为空</translation>
    </message>
    <message>
        <source>The file says “{raw}”</source>
        <translation>文件中为“{raw}”</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>，第 {line} 行</translation>
    </message>
    <message>
        <source>, page {page}</source>
        <translation>，第 {page} 页</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>Decided before: {state}. Since then figures have changed: {changes}</source>
        <translation>此前已定为“{state}”，之后数字有变，请重新判断：{changes}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The reason was: {reason}</source>
        <translation>当时的原因：{reason}</translation>
    </message>
    <message>
        <source>in the prose</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>上年</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Proposed: {why}</source>
        <translation>建议如此认定：{why}</translation>
    </message>
    <message>
        <source>a figure in it was read in doubt, or not found</source>
        <translation>其中有数字识读存疑或未读到</translation>
    </message>
    <message>
        <source>every figure in it was read without doubt</source>
        <translation>其中的数字识读都没有疑问</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>-problems</source>
        <translation>-问题清单</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Figures pasted: {number}</source>
        <translation>已粘贴 {number} 个数</translation>
    </message>
</context>
<context>
    <name>EncodingButton</name>
    <message>
        <source>The encoding the file is read in; choose another one</source>
        <translation>读取文件所用的编码；可另选一种</translation>
    </message>
    <message>
        <source>Encoding {name}</source>
        <translation>编码 {name}</translation>
    </message>
</context>
<context>
    <name>EquationStrip</name>
    <message>
        <source>✓ holds</source>
        <translation>✓ 成立</translation>
    </message>
    <message>
        <source>○ figures missing</source>
        <translation>○ 缺数</translation>
    </message>
    <message>
        <source>▲ difference {number}</source>
        <translation>▲ 差 {number}</translation>
    </message>
    <message>
        <source>last year {figures}</source>
        <translation>上年 {figures}</translation>
    </message>
    <message>
        <source>Select a figure to see the equations it takes part in.</source>
        <translation>选中一个数，这里显示它所在的勾稽关系式。</translation>
    </message>
    <message>
        <source>No equation says anything of this cell.</source>
        <translation>没有勾稽关系涉及这个单元格。</translation>
    </message>
</context>
<context>
    <name>FigureEditor</name>
    <message>
        <source>Figure: {cell}</source>
        <translation>数：{cell}</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Type a figure such as 1,234 or 1.5万, or press Esc.</source>
        <translation>“{text}”不是数字。请输入如 1,234 或 1.5万 的数，或按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Show some of the findings, or put those of a kind together</source>
        <translation>只看其中一些问题，或把同类的排在一起</translation>
    </message>
    <message>
        <source>{shown} of {there} shown</source>
        <translation>显示 {shown} / {there}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Put together by</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>the order of the rules</source>
        <translation>按规则次序</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>The paper and its prose</source>
        <translation>格式与正文</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>无法核对</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the source and in the tables</source>
        <translation>在源文件和表格中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找……</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>Apply</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>settles {number}</source>
        <translation>可消除 {number} 处问题</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>依据：{basis}</translation>
    </message>
    <message>
        <source>Every equation of the form holds.</source>
        <translation>全部勾稽关系成立。</translation>
    </message>
    <message>
        <source>Press F8 for the next finding.</source>
        <translation>按 F8 转到下一个问题。</translation>
    </message>
    <message>
        <source>Would be settled:</source>
        <translation>将消除：</translation>
    </message>
    <message>
        <source>brings {number} new</source>
        <translation>引出 {number} 处新问题</translation>
    </message>
    <message>
        <source>Would be new:</source>
        <translation>将引出：</translation>
    </message>
    <message>
        <source>brings nothing new</source>
        <translation>不引出新问题</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Table {number} · {label}</source>
        <translation>表{number} · {label}</translation>
    </message>
    <message>
        <source>difference {number}</source>
        <translation>差 {number}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>勾稽问题</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Keys and marks</source>
        <translation>按键与标记</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>In the tables</source>
        <translation>统计表中</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>typing, double-click</source>
        <translation>直接输入、双击</translation>
    </message>
    <message>
        <source>Change the figure; Esc leaves it as it was</source>
        <translation>修改数值，Esc 放弃</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Accept the figure and go to the next finding, or down</source>
        <translation>认可此数，转到下一个问题；没有问题时向下</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab, arrows</source>
        <translation>Tab、Shift+Tab、方向键</translation>
    </message>
    <message>
        <source>From figure to figure</source>
        <translation>逐格移动</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Start and end of the line; with Ctrl, of the report</source>
        <translation>行首、行尾；加 Ctrl 为全表首尾</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Select a block</source>
        <translation>选中一块</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Select the whole table</source>
        <translation>选中整张表</translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>A fault of the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Gouji made a mistake, and what was just asked for may not have been done.</source>
        <translation>勾稽出了错，刚才的操作可能没有完成。</translation>
    </message>
    <message>
        <source>Your corrections are still here. Save the review under another name, then start Gouji again. The details hold nothing of the report: copy them for whoever looks after the program.</source>
        <translation>已做的更正都还在：请把审核另存为一个新文件，再重新启动勾稽。下面的详情不含报告的任何内容，可复制给维护人员。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Save review as…</source>
        <translation>审核另存为…</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>Last year {before}</source>
        <translation>上年 {before}</translation>
    </message>
    <message>
        <source>Last year {before} too</source>
        <translation>上年也是 {before}</translation>
    </message>
    <message>
        <source>Last year {before}, now {change} more</source>
        <translation>上年 {before}，今年多 {change}</translation>
    </message>
    <message>
        <source>Last year {before}, now {change} less</source>
        <translation>上年 {before}，今年少 {change}</translation>
    </message>
    <message>
        <source>It is not known whether “{file}” is of the same unit.</source>
        <translation>无法确认“{file}”是否为同一单位的报告。</translation>
    </message>
    <message>
        <source>“{file}” is of another unit: {unit}.</source>
        <translation>“{file}”是另一单位的报告：{unit}。</translation>
    </message>
    <message>
        <source>It is not known whether “{file}” is of the year before.</source>
        <translation>无法确认“{file}”是否为上一年度的报告。</translation>
    </message>
    <message>
        <source>{file}: {cell}: {figure}</source>
        <translation>{file}：{cell}：{figure}</translation>
    </message>
    <message>
        <source>Not found in last year&apos;s report</source>
        <translation>上年报告中未读到</translation>
    </message>
    <message>
        <source>Left blank last year</source>
        <translation>上年未填</translation>
    </message>
    <message>
        <source> (doubtful)</source>
        <translation>（存疑）</translation>
    </message>
    <message>
        <source>was {figure}</source>
        <translation>上年{figure}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Gouji</source>
        <translation>勾稽</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>First reading: rulings, cells, labels</source>
        <translation>第一次识读：框线、单元格、标签</translation>
    </message>
    <message>
        <source>Second reading: tables of pdfplumber</source>
        <translation>第二次识读：pdfplumber 的表格</translation>
    </message>
    <message>
        <source>What the reader &amp;sees</source>
        <translation>识读所见(&amp;S)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Note on {cell}</source>
        <translation>“{cell}”的批注</translation>
    </message>
    <message>
        <source>No text takes the note away</source>
        <translation>留空则删除批注</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>保存批注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Source</source>
        <translation>源文件</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Findings and corrections</source>
        <translation>勾稽问题与更正记录</translation>
    </message>
    <message>
        <source>The figures are being read …</source>
        <translation>正在读取表中的数……</translation>
    </message>
    <message>
        <source>Findings ({number})</source>
        <translation>勾稽问题 ({number})</translation>
    </message>
    <message>
        <source>Corrections ({number})</source>
        <translation>更正记录 ({number})</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>The copied block is {rows} × {columns}, but from this cell on there is only {down} × {across}.</source>
        <translation>复制的内容有 {rows} 行 {columns} 列，而从这一格起只剩 {down} 行 {across} 列。未粘贴。</translation>
    </message>
    <message>
        <source>The heads of the copied block are not those of this form. Copy its figures without them.</source>
        <translation>复制内容的表头与本表不符。请只复制数，不带表头。</translation>
    </message>
    <message>
        <source>The clipboard holds more than any table of this form. Copy only the table.</source>
        <translation>剪贴板内容太多，超过任何一张表。请只复制表格。</translation>
    </message>
    <message>
        <source>The clipboard holds no figures.</source>
        <translation>剪贴板里没有数。</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste figures</source>
        <translation>粘贴数据</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replaced: {number}</source>
        <translation>替换 {number} 个</translation>
    </message>
    <message>
        <source>Filled in: {number}</source>
        <translation>填入 {number} 个</translation>
    </message>
    <message>
        <source>The same: {number}</source>
        <translation>不变 {number} 个</translation>
    </message>
    <message>
        <source>Blank, changing nothing: {number}</source>
        <translation>空格 {number} 个（不改动原数）</translation>
    </message>
    <message>
        <source>Left out: {number}</source>
        <translation>略去 {number} 个</translation>
    </message>
    <message>
        <source>It is not certain that these are the cells that are meant: look them over.</source>
        <translation>不能确定就是这些单元格，请核对后再粘贴。</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴为</translation>
    </message>
    <message>
        <source>Figures that change</source>
        <translation>将改动的数</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the block: “{text}” belongs to no cell of the form</source>
        <translation>所复制内容第 {row} 行第 {column} 列：“{text}”在表中没有对应的单元格</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the block ({cell}): “{text}” is no number</source>
        <translation>所复制内容第 {row} 行第 {column} 列（{cell}）：“{text}”不是数</translation>
    </message>
</context>
<context>
    <name>PreviousButton</name>
    <message>
        <source>Last year: {name}</source>
        <translation>上年：{name}</translation>
    </message>
    <message>
        <source>unit unknown</source>
        <translation>单位不明</translation>
    </message>
    <message>
        <source>year unknown</source>
        <translation>年度不明</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Reports and review files (*.pdf *.docx *.xlsx *.html *.htm *.mht *.mhtml *.txt *.md *.json)</source>
        <translation>报告和审核文件 (*.pdf *.docx *.xlsx *.html *.htm *.mht *.mhtml *.txt *.md *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Add a folder of reports</source>
        <translation>添加报告文件夹</translation>
    </message>
    <message>
        <source>Compare with last year&apos;s report</source>
        <translation>对照上年报告</translation>
    </message>
    <message>
        <source>Review file (*.json)</source>
        <translation>审核文件 (*.json)</translation>
    </message>
    <message>
        <source>Save review</source>
        <translation>保存审核</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>List of problems (*.docx)</source>
        <translation>问题清单 (*.docx)</translation>
    </message>
    <message>
        <source>Tables as PDF, as they are printed (*.pdf)</source>
        <translation>表格 PDF，与打印的一样 (*.pdf)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Hand the desk over</source>
        <translation>移交审核台</translation>
    </message>
    <message>
        <source>Copy of a desk (*.desk)</source>
        <translation>审核台副本 (*.desk)</translation>
    </message>
    <message>
        <source>Bring a desk in</source>
        <translation>并入审核台</translation>
    </message>
    <message>
        <source>Letter in Word (*.docx)</source>
        <translation>Word 函件 (*.docx)</translation>
    </message>
    <message>
        <source>Letter as PDF, as it is printed (*.pdf)</source>
        <translation>PDF 函件，与打印相同 (*.pdf)</translation>
    </message>
    <message>
        <source>Save list of problems</source>
        <translation>保存问题清单</translation>
    </message>
    <message>
        <source>Print list of problems ({number})</source>
        <translation>打印问题清单（{number} 处）</translation>
    </message>
    <message>
        <source>Print tables</source>
        <translation>打印表格</translation>
    </message>
    <message>
        <source>“{name}” is encrypted. Its password:</source>
        <translation>“{name}”已加密，请输入密码：</translation>
    </message>
    <message>
        <source>That password does not open “{name}”. Another one:</source>
        <translation>密码打不开“{name}”，请重新输入：</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Page, of {pages}:</source>
        <translation>页码（共 {pages} 页）：</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>转到页</translation>
    </message>
    <message>
        <source>Unsaved corrections</source>
        <translation>更正尚未保存</translation>
    </message>
    <message>
        <source>Save the corrections to “{name}” first?</source>
        <translation>要先保存对“{name}”的更正吗？</translation>
    </message>
    <message>
        <source>The report itself is never changed.</source>
        <translation>报告原文件不会被改动。</translation>
    </message>
    <message>
        <source>The source has changed</source>
        <translation>源文件已有改动</translation>
    </message>
    <message>
        <source>“{name}” is not the file that was reviewed: it has changed since.</source>
        <translation>“{name}”已不是当时审核的文件，之后有过改动。</translation>
    </message>
    <message>
        <source>Read anew, it keeps the corrections of all figures that are printed as before.</source>
        <translation>重新读取后，凡是原文数字没有变的更正都会保留。</translation>
    </message>
    <message>
        <source>Read it anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Keep the review as it is</source>
        <translation>保持原审核不变</translation>
    </message>
    <message>
        <source>Corrections would be lost</source>
        <translation>有更正将丢失</translation>
    </message>
    <message>
        <source>Read anew, “{name}” has other figures where {number} corrections were made.</source>
        <translation>重新读取后，“{name}”中有 {number} 处更正过的数字与原来不同。</translation>
    </message>
    <message>
        <source>Read without them</source>
        <translation>舍弃这些更正并读取</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待读取</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>errors {number}</source>
        <translation>错误 {number}</translation>
    </message>
    <message>
        <source>warnings {number}</source>
        <translation>提醒 {number}</translation>
    </message>
    <message>
        <source>notes {number}</source>
        <translation>提示 {number}</translation>
    </message>
    <message>
        <source>doubtful {number}</source>
        <translation>存疑 {number}</translation>
    </message>
    <message>
        <source>corrections {number}</source>
        <translation>更正 {number}</translation>
    </message>
</context>
<context>
    <name>QueueFind</name>
    <message>
        <source>Find unit or file</source>
        <translation>查找单位或文件</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>More about the queue</source>
        <translation>队列的更多操作</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Read again what could not be read</source>
        <translation>重新读取没读成的</translation>
    </message>
    <message>
        <source>Remove what is reviewed</source>
        <translation>移出已审的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>As they came</source>
        <translation>加入的先后</translation>
    </message>
</context>
<context>
    <name>QueueProgress</name>
    <message>
        <source>Files read ahead</source>
        <translation>预读进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Do not read the rest ahead</source>
        <translation>其余不再预读</translation>
    </message>
    <message>
        <source>Paused: {done} of {whole} read</source>
        <translation>已暂停：{whole} 份中读了 {done} 份</translation>
    </message>
    <message>
        <source>{done} of {whole} read</source>
        <translation>{whole} 份中读了 {done} 份</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>继续读取</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>Queueing</name>
    <message>
        <source>. No other report is left to review.</source>
        <translation>。没有其他待审的报告了</translation>
    </message>
    <message>
        <source>{number} files were taken: there is more in these folders than is taken at once.</source>
        <translation>已加入 {number} 个文件；文件夹里的内容超过一次能加入的数量，其余未加入。</translation>
    </message>
    <message>
        <source>{name}: reviewed</source>
        <translation>{name}：已审</translation>
    </message>
    <message>
        <source>{name}: reviewed, with {number} doubtful figures that were not confirmed</source>
        <translation>{name}：已审，还有 {number} 个存疑的数没有确认</translation>
    </message>
    <message>
        <source>{name}: reviewed, with {number} problems that were not decided on</source>
        <translation>{name}：已审，还有 {number} 个问题没有处理</translation>
    </message>
</context>
<context>
    <name>RecognitionLine</name>
    <message>
        <source>Progress of the reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading “{name}” …</source>
        <translation>正在读取“{name}”……</translation>
    </message>
    <message>
        <source>Recognising the pictures of “{name}”: {done} of {pages} pages</source>
        <translation>正在识别“{name}”的图片：{done} / {pages} 页</translation>
    </message>
    <message>
        <source>Recognising the pictures of “{name}” …</source>
        <translation>正在识别“{name}”的图片……</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>in the tables</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of the window, and of what it writes</source>
        <translation>窗口的语言，也是导出内容的语言</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>The colours of the window</source>
        <translation>窗口的配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>界面文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>The size of all text but the source&apos;s, which has a zoom of its own</source>
        <translation>除源文件以外所有文字的大小；源文件另有缩放</translation>
    </message>
    <message>
        <source>Last &amp;year&apos;s figures in the tables</source>
        <translation>表格里显示上年数字(&amp;Y)</translation>
    </message>
    <message>
        <source>Show last year&apos;s figure below each of this year&apos;s</source>
        <translation>在每个数字下面显示上年的数字</translation>
    </message>
    <message>
        <source>Page &amp;thumbnails</source>
        <translation>页面缩略图(&amp;T)</translation>
    </message>
    <message>
        <source>Show all pages small beside the source, with dots where findings are</source>
        <translation>在源文件旁显示各页缩略图，有问题的页带标记</translation>
    </message>
    <message>
        <source>&amp;Queue of reports</source>
        <translation>报告队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Show the reports that wait beside the open one, where there are several</source>
        <translation>有多份报告时，在打开的报告旁边列出待审的报告</translation>
    </message>
    <message>
        <source>Answer screen &amp;readers</source>
        <translation>支持读屏软件(&amp;R)</translation>
    </message>
    <message>
        <source>Switch this off only where a screen reader, or a tool that passes for one, upsets the window</source>
        <translation>只有当读屏软件或类似工具使窗口出错、变慢时才关闭</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The source of this review file is not beside it, or it has changed.</source>
        <translation>审核文件旁没有源文件，或源文件已变。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Page {page} / {pages}</source>
        <translation>第 {page} / {pages} 页</translation>
    </message>
    <message>
        <source>Working on “{name}” …</source>
        <translation>正在处理“{name}”……</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>No second reading</source>
        <translation>无第二次识读</translation>
    </message>
    <message>
        <source>The file could not be read by other means: all figures rest on one reading.</source>
        <translation>未能用另一种方法再读此文件：各数均只识读一次。</translation>
    </message>
    <message>
        <source>Second reading agrees</source>
        <translation>第二次识读：一致</translation>
    </message>
    <message>
        <source>Second reading: {number} differing</source>
        <translation>第二次识读：{number} 格不同</translation>
    </message>
    <message>
        <source>The same in {agreed} of {cells} cells</source>
        <translation>{cells} 格中有 {agreed} 格两次识读相同</translation>
    </message>
    <message>
        <source>Finding {place} of {count}</source>
        <translation>第 {place} 个问题，共 {count} 个</translation>
    </message>
    <message>
        <source>errors {number}</source>
        <translation>错误 {number}</translation>
    </message>
    <message>
        <source>warnings {number}</source>
        <translation>提醒 {number}</translation>
    </message>
    <message>
        <source>not checkable {number}</source>
        <translation>无法核对 {number}</translation>
    </message>
    <message>
        <source>doubtful {number}</source>
        <translation>存疑 {number}</translation>
    </message>
    <message>
        <source>missing {number}</source>
        <translation>缺失 {number}</translation>
    </message>
    <message>
        <source>corrections {number}</source>
        <translation>更正 {number}</translation>
    </message>
    <message>
        <source>Every equation of the form holds</source>
        <translation>全部勾稽关系成立</translation>
    </message>
</context>
<context>
    <name>StepsMenu</name>
    <message>
        <source>&amp;Steps</source>
        <translation>操作步骤(&amp;S)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Source</source>
        <translation>源文件</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Page thumbnails</source>
        <translation>页面缩略图</translation>
    </message>
</context>
<context>
    <name>ThumbnailsModel</name>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>errors {number}</source>
        <translation>错误 {number}</translation>
    </message>
    <message>
        <source>warnings {number}</source>
        <translation>提醒 {number}</translation>
    </message>
    <message>
        <source>not checkable {number}</source>
        <translation>无法核对 {number}</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>Whose mistake</source>
        <translation>错误归属</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>TrailPanel</name>
    <message>
        <source>Corrections</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Revert this correction</source>
        <translation>还原这一条</translation>
    </message>
    <message>
        <source>Revert its table</source>
        <translation>还原所在的表</translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>操作步骤</translation>
    </message>
    <message>
        <source>What was done and can be taken back, step by step</source>
        <translation>做过的操作，可逐步撤销</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Reading error</source>
        <translation>识别错误</translation>
    </message>
    <message>
        <source>Source error</source>
        <translation>原文错误</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>accept suggestion</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>corrections carried over</source>
        <translation>沿用更正</translation>
    </message>
    <message>
        <source>changes in the workbook</source>
        <translation>工作簿中的改动</translation>
    </message>
    <message>
        <source>bring together</source>
        <translation>合并更改</translation>
    </message>
    <message>
        <source>{step}, {number} cells</source>
        <translation>{step}（{number} 格）</translation>
    </message>
    <message>
        <source>figures changed</source>
        <translation>数字有变</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open a report…</source>
        <translation>打开报告…</translation>
    </message>
    <message>
        <source>See the example</source>
        <translation>看看示例</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Gouji</source>
        <translation>勾稽</translation>
    </message>
    <message>
        <source>Reads an annual disclosure report, checks every sum, and shows where each figure stands.</source>
        <translation>读取政府信息公开年度报告，核对每一项勾稽关系，指出每个数的出处。</translation>
    </message>
    <message>
        <source>or drop files or folders here</source>
        <translation>或将文件、文件夹拖到这里</translation>
    </message>
</context>
</TS>
