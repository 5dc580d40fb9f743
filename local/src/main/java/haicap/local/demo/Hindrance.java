package haicap.local.demo;

import java.util.List;

/** What keeps units from their work, by the field that it is in, and who can remove it. */
enum Hindrance {
    GENERAL("ph10", "Trụ sở thiếu phòng làm việc"),
    SECURITY("pa02", "Chưa có hướng dẫn phối hợp nắm tình hình địa bàn"),
    CRIME("pc02", "Thiếu thiết bị khám nghiệm hiện trường ban đầu"),
    AREA_POLICE("pc06", "Dữ liệu cư trú sau sáp nhập chưa khớp"),
    ORDER("pc08", "Thiếu người trực đêm trong tuần");

    static final List<Hindrance> ALL = List.of(values());

    private final String department;
    private final String description;

    Hindrance(String department, String description) {
        this.department = department;
        this.description = description;
    }

    Department department() {
        return new Department(department);
    }

    String description() {
        return description;
    }
}
