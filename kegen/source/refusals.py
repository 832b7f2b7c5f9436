"""What YAML allows and a profile does not: the bounds, and the words that refuse the rest."""

from __future__ import annotations

NODE_LIMIT = 20_000
"""Nodes a file may hold once its aliases are written out: twenty times the longest pack."""
DEPTH_LIMIT = 50

TWO_DOCUMENTS = "dấu “---” mở hồ sơ thứ hai trong cùng một tệp; mỗi tệp chỉ ghi một hồ sơ, hãy tách ra hai tệp"
TOO_MANY = f"tệp có quá nhiều mục (trên {NODE_LIMIT:,} mục); hãy bỏ các chỗ lặp lại bằng “*”".replace(",", ".")
TOO_DEEP = f"các mục lồng nhau quá {DEPTH_LIMIT} lớp; hãy kiểm tra các dấu “[”, “{{” và “-” ở đây"
GROUP_AS_KEY = (
    'dấu “{” hay “[” ở đây mở một nhóm; nếu đó là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "{{ … }}"'
)


def tag_refused(tag: str) -> str:
    """Return what to do about a tag of YAML's."""
    short = tag.replace("tag:yaml.org,2002:", "!!")
    return (
        f"“{short}” ở đầu giá trị là ký hiệu riêng của YAML, hồ sơ không dùng; hãy bỏ đi, "
        f'hoặc nếu là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "{short} …"'
    )


def twice(key: str, first: int, second: int) -> str:
    """Return what to do about a key on two lines."""
    return (
        f"khóa “{key}” ghi hai lần, ở dòng {first} và dòng {second}; "
        "mỗi khóa chỉ ghi một lần, hãy xóa hoặc đổi tên một trong hai"
    )
