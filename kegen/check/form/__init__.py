"""Rules of form, one file each, named by the ids of the decree's rows (NĐ 30/2020/NĐ-CP, Phụ lục I-III)."""
