#!/usr/bin/env python3
"""Opens every workbook of a folder by openpyxl and pandas, as people with Python would; says so where they are not at hand."""
import sys
from pathlib import Path

try:
    import openpyxl
    import pandas
except ImportError as missing:
    print(f"SKIPPED: {missing.name} is not installed (pip install openpyxl pandas): no workbook was opened")
    sys.exit(0)

STACKED = ["文件", "公开单位", "报告年度", "金额", "金额（元）", "页"]
books = sorted(Path(sys.argv[1]).rglob("*.xlsx"))
lists = []
for path in books:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "说明", path
    for sheet in book:
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas, (path, sheet.title, formulas)
    rows = pandas.read_excel(path, sheet_name="长表", dtype={"科目编码": str, "单位编码": str})
    pages = [cell.hyperlink.target for cell in book["长表"]["Y"][1:] if cell.hyperlink]
    assert len(pages) == len(rows) and all("#page=" in page for page in pages), path
    assert rows["文件"].nunique() == min(1, len(rows)), (path, "a row without its file")
    lists.append(rows)
assert lists, f"no workbook in {sys.argv[1]}"
stacked = pandas.concat(lists)
assert all(list(each.columns) == list(stacked.columns) for each in lists), "the lists do not stack"
assert set(STACKED) <= set(stacked.columns), stacked.columns
print(f"{len(books)} workbooks opened, {len(stacked)} rows of 长表 as one list")
