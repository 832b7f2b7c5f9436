"""A province's plan as it was read is handed down to its communes as `kegen new` would."""

import kegen as library


def test_every_order_to_a_commune_stands_in_its_starting_profile_as_in_a_new_one(kegen, folder):
    (folder / "ds.csv").write_text("Tên;Loại\nNhữ Khê;xã\nMinh Xuân;phường\n", encoding="utf-8")
    done = kegen(
        "cascade", "--profile", "tinh.plan.yaml", "--units", "ds.csv", "--output", "ra", "--no-check", "--jobs", "1"
    )
    assert done.code == 0
    kegen("new", "--parent", "tinh.plan.yaml", "--unit", "xã Nhữ Khê", "--yes")
    own, handed = (library.resolve(library.load(name)) for name in ("xa-nhu-khe.yaml", "ra/xa-nhu-khe.yaml"))
    assert [(each.order.id, each.state) for each in own.coverage] == [
        (each.order.id, each.state) for each in handed.coverage
    ]
    assert [(each.id, each.lead, each.deadline) for each in own.tasks] == [
        (each.id, each.lead, each.deadline) for each in handed.tasks
    ]
    assert "muc-2-y-6" not in (folder / "ra" / "phuong-minh-xuan.yaml").read_text("utf-8")
